import type { BuildRun } from './measure-build.ts';
import { renderTable } from './render-table.ts';

/** Seconds of each build, and what a further story cost since the build before. */
export function renderBuildTable(runs: readonly BuildRun[]): string {
  const rows = runs.map(({ stories, seconds }, index) => {
    const before = runs[index - 1];
    const each = before ? ((seconds - before.seconds) / (stories - before.stories)).toFixed(2) : '';
    return [`${stories} stories`, seconds.toFixed(1), each];
  });
  return renderTable([['', 'seconds', 'seconds a further story'], ...rows]);
}
