import { readTable } from '../../src/data/tables/read-table.ts';
import type { StoryTable } from '../../src/story/table.ts';

/** What the examples of charts show: a table with a date, a name, and two columns of figures in which one is missing. */
const CSV = `date,place,place_ar,upper,lower
2025-06-10,Harbour,الميناء,320,210
2025-06-11,The old mill,الطاحونة القديمة,380,240
2025-06-12,Long bridge,الجسر الطويل,520,330
2025-06-13,Upper ford,المخاضة العليا,690,450
2025-06-14,Lower ford,المخاضة السفلى,640,
2025-06-15,Ferry,المعبر,560,440
2025-06-16,Island,الجزيرة,480,390
2025-06-17,Sluice,الهويس,430,350
`;

export const EXAMPLE_TABLES: Readonly<Record<string, StoryTable>> = {
  example: { ...readTable(CSV).table, source: 'River survey, June 2025', licence: 'CC0 1.0' },
};
