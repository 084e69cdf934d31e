import type { FramesRun } from './measure/measure-frames.ts';
import type { ScrollFrame } from './measure/measure-scroll.ts';
import { renderTable } from './render-table.ts';
import { droppedShare, quantile } from './scroll-table.ts';

const HEAD = [
  '',
  'main median, ms',
  'p95',
  'dropped %',
  'main: × text',
  '× transform',
  'dropped: × text',
  '× transform',
];

const mainOf = (frames: readonly ScrollFrame[], share: number): number =>
  quantile(
    frames.map(({ mainMs }) => mainMs),
    share,
  );

const ratio = (ours: number, theirs: number): string => (theirs > 0 ? (ours / theirs).toFixed(2) : '–');

function rowOf(name: string, frames: readonly ScrollFrame[], { text, transform }: FramesRun): readonly string[] {
  const figures = [mainOf(frames, 0.5), mainOf(frames, 0.95), 100 * droppedShare(frames)];
  return [
    name,
    ...figures.map((figure) => figure.toFixed(1)),
    ...[text, transform].map((other) => ratio(mainOf(frames, 0.5), mainOf(other, 0.5))),
    ...[text, transform].map((other) => ratio(droppedShare(frames), droppedShare(other))),
  ];
}

/** Frames of a story, each figure next to those of its words alone and of its drawing moved by its transform alone. */
export function renderFramesTable(name: string, runs: readonly FramesRun[]): string {
  const rows = runs.flatMap((run) => [
    rowOf(`${name}, ${run.slowdown}× slower: words alone`, run.text, run),
    rowOf('  drawing’s transform alone', run.transform, run),
    rowOf('  story, first pass', run.first, run),
    rowOf('  story, third pass', run.third, run),
  ]);
  return renderTable([HEAD, ...rows]);
}
