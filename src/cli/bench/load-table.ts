import type { LoadRun } from './measure/measure-load.ts';
import { renderTable } from './render-table.ts';
import { quantile } from './scroll-table.ts';

/** The visits to one page on one device. */
export interface LoadResult {
  readonly path: string;
  readonly profile: string;
  readonly story: readonly LoadRun[];
  /** Visits to the same story's floor page, in the same run. */
  readonly floor: readonly LoadRun[];
}

const seconds = (ms: number): string => (ms / 1000).toFixed(2);
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const FONTS = new Set(['woff2']);

const ROWS: readonly {
  readonly name: string;
  readonly read: (run: LoadRun) => number | null;
  readonly print: (value: number) => string;
}[] = [
  { name: 'first contentful paint, s', read: ({ fcpMs }) => fcpMs, print: seconds },
  { name: 'largest contentful paint, s', read: ({ lcpMs }) => lcpMs, print: seconds },
  { name: 'a map in sight, s', read: ({ mapMs }) => mapMs, print: seconds },
  { name: 'map follows the reader, s', read: ({ followsMs }) => followsMs, print: seconds },
  { name: 'from a move to MapLibre, s', read: ({ liveMs }) => liveMs, print: seconds },
  { name: 'layout shift', read: ({ cls }) => cls, print: (value) => value.toFixed(4) },
  { name: 'total blocking time, ms', read: ({ tbtMs }) => tbtMs, print: (value) => value.toFixed(0) },
  { name: '  with MapLibre’s start', read: ({ wholeTbtMs }) => wholeTbtMs, print: (value) => value.toFixed(0) },
  { name: 'longest task, ms', read: ({ longestTaskMs }) => longestTaskMs, print: (value) => value.toFixed(0) },
  { name: 'heap, MB', read: ({ heapBytes }) => heapBytes / 1e6, print: (value) => value.toFixed(1) },
  { name: 'requests before the map', read: ({ requestsBefore }) => requestsBefore, print: String },
  { name: 'requests', read: ({ requests }) => requests, print: String },
];

const bytesOf = (run: LoadRun, isCounted: (kind: string) => boolean): number =>
  Object.entries(run.bytes).reduce((sum, [kind, size]) => sum + (isCounted(kind) ? size : 0), 0);

/** Median with the least and the most; a dash for what did not happen every time. */
function spread(values: readonly (number | null)[], print: (value: number) => string): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 || known.length < values.length) return '–';
  const [middle, least, most] = [quantile(known, 0.5), Math.min(...known), Math.max(...known)];
  return least === most ? print(middle) : `${print(middle)} (${print(least)}–${print(most)})`;
}

function ratio(ours: readonly (number | null)[], floor: readonly (number | null)[]): string {
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  const [a, b] = [quantile(known(ours), 0.5), quantile(known(floor), 0.5)];
  return a > 0 && b > 0 ? `${(a / b).toFixed(2)}×` : '';
}

export function renderLoadTable({ path, profile, story, floor }: LoadResult): string {
  const kinds = [...new Set(story.flatMap(({ bytes }) => Object.keys(bytes)))].sort();
  const byteRows = [
    { name: 'bytes without fonts, kB', isCounted: (kind: string) => !FONTS.has(kind) },
    ...kinds.map((kind) => ({ name: `  ${kind}`, isCounted: (other: string) => other === kind })),
  ].map(({ name, isCounted }) => ({ name, read: (run: LoadRun) => bytesOf(run, isCounted), print: kilobytes }));
  const rows = [...ROWS, ...byteRows].map(({ name, read, print }) => {
    const [ours, least] = [story.map(read), floor.map(read)];
    return [name, spread(ours, print), spread(least, print), ratio(ours, least)];
  });
  return renderTable([[`${path} ${profile}, ${story.length} visits`, 'story', 'floor', ''], ...rows]);
}
