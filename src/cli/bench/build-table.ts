import type { BuildRun } from './measure/measure-build.ts';
import { renderTable } from './render-table.ts';

const sectionsOf = ({ stories, sections }: BuildRun): number => stories * sections;

/** What a further section cost since the build before, in milliseconds; empty where that is not known. */
function eachMs(run: BuildRun, before: BuildRun | undefined, secondsOf: (run: BuildRun) => number | undefined): string {
  const [seconds, secondsBefore] = [secondsOf(run), before && secondsOf(before)];
  if (!before || seconds === undefined || secondsBefore === undefined) return '';
  const more = sectionsOf(run) - sectionsOf(before);
  return more > 0 ? (((seconds - secondsBefore) * 1000) / more).toFixed(1) : '';
}

const first = ({ seconds }: BuildRun): number => seconds;
const again = ({ againSeconds }: BuildRun): number | undefined => againSeconds;

/** Seconds and size of each build and of the same once more, and what a further section cost since the build before. */
export function renderBuildTable(runs: readonly BuildRun[]): string {
  const rows = runs.map((run, index) => {
    const before = runs[index - 1];
    return [
      `${run.stories} × ${run.sections} sections`,
      run.seconds.toFixed(1),
      (run.bytes / 1e6).toFixed(1),
      eachMs(run, before, first),
      run.againSeconds?.toFixed(1) ?? '',
      eachMs(run, before, again),
    ];
  });
  const each = 'ms a further section';
  return renderTable([['', 'seconds', 'MB', each, 'again, s', each], ...rows]);
}
