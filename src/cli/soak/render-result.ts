import type { Memory } from './judge.ts';
import type { SoakResult } from './read-on.ts';

const inMegabytes = ({ dataBytes, nodes, listeners }: Memory): string =>
  `${(dataBytes / 1_000_000).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`;

/** What came of a soak, in lines: what went wrong comes last. */
export function renderResult({ steps, comparisons, memories, problems }: SoakResult): readonly string[] {
  const stretches = memories.map(
    ([before, after], index) => `stretch ${index + 1}: ${inMegabytes(before)}; then ${inMegabytes(after)}`,
  );
  const sum = `${steps} steps, ${comparisons} comparisons with a fresh visit`;
  return [...stretches, problems.length === 0 ? `${sum}: all is well.` : `${sum}.`, ...problems];
}
