import type { BuildRun } from './measure/measure-build.ts';
import { renderTable } from './render-table.ts';

const sectionsOf = ({ stories, sections }: BuildRun): number => stories * sections;

/** Seconds and size of each build, and what a further section cost since the build before. */
export function renderBuildTable(runs: readonly BuildRun[]): string {
  const rows = runs.map((run, index) => {
    const before = runs[index - 1];
    const more = before ? sectionsOf(run) - sectionsOf(before) : 0;
    const eachMs = before && more > 0 ? (((run.seconds - before.seconds) * 1000) / more).toFixed(1) : '';
    const name = `${run.stories} × ${run.sections} sections`;
    return [name, run.seconds.toFixed(1), (run.bytes / 1e6).toFixed(1), eachMs];
  });
  return renderTable([['', 'seconds', 'MB', 'ms a further section'], ...rows]);
}
