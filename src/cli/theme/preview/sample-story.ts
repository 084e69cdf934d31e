import { DEFINITIONS } from '../../../annotations/registry.ts';
import { TABLE_CHARTS } from '../../../charts/table-charts/table-charts.ts';
import { normalizeStory } from '../../../content/normalize/normalize-story.ts';
import { formatQuantity } from '../../../i18n/format-quantity.ts';
import { mapTextsIn } from '../../../i18n/translate.ts';
import { readStories } from '../../../site/content/read-content.ts';
import type { Story } from '../../../story/story.ts';

/** Ground without names: charts stand over it. */
export const SAMPLE_BOUNDS = [24.6, 37.8, 25.6, 38.6] as const;

const TABLE = `date,place,upper,lower
2025-06-10,Harbour,320,210
2025-06-11,The old mill,380,240
2025-06-12,Long bridge,520,330
2025-06-13,Upper ford,690,450
2025-06-14,Lower ford,640,
2025-06-15,Ferry,560,440
2025-06-16,Island,480,390
2025-06-17,Sluice,430,350
`;

const head = (title: string): string => `---
title: ${title}
mapDescription: An example.
frame: { bounds: [${SAMPLE_BOUNDS.join(', ')}] }
layers: { wash: 0.74, emphasis: { map: 0 } }
`;

/** The charts that stories show from tables, each with its example, as files of a story. */
function sampleFiles(): Readonly<Record<string, string>> {
  const kinds: readonly string[] = TABLE_CHARTS.map(({ kind }) => kind);
  const charts = DEFINITIONS.filter(({ kind }) => kinds.includes(kind));
  const sections = charts.map(({ kind, example }, index) => [
    `en/${10 + index}-${kind}.mdx`,
    `${head(kind)}annotations:\n  - ${example.replaceAll('\n', '\n    ')}\n---\n`,
  ]);
  return {
    'story.yaml': `basemap: sample\nhomeCountry: XXA\nbounds: [${SAMPLE_BOUNDS.join(', ')}]\ndefaultLocale: en\nlocales: [en]\npublished: 2026-01-01\nmodified: 2026-01-01\nsources: {}\n`,
    'facts.yaml': '{}\n',
    'places.yaml': '{}\n',
    'data/example.csv': TABLE,
    'data/sources.yaml': 'example: { source: An example, licence: CC0 1.0 }\n',
    'en/index.mdx': `${head('Charts')}standfirst: An example.\nbyline: ""\ndescription: An example.\n---\n`,
    ...Object.fromEntries(sections),
  };
}

/** A story with one of each chart from a table. */
export async function sampleStory(): Promise<Story> {
  const files = sampleFiles();
  const [raw] = await readStories('/sample', {
    list: () => Promise.resolve(Object.keys(files).map((path) => `charts/${path}`)),
    read: (path) =>
      Promise.resolve(new TextEncoder().encode(files[path.replaceAll('\\', '/').split('/charts/')[1] ?? ''])),
  });
  if (raw === undefined) throw new Error('The sample story has no files.');
  return normalizeStory(raw, { locale: 'en', figure: formatQuantity, mapTexts: mapTextsIn('en') });
}
