import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { suggestName } from '../content/files/nearest.ts';
import { errorsOf } from '../content/lint/diagnostics/problems.ts';
import type { LintReport } from '../site/content/content-problems.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { readSite } from '../site/content/publisher/read-site.ts';
import { DEFAULT_THEME } from '../site/content/publisher/read-theme.ts';
import { DISK, type ReadEffects } from '../site/content/read-content.ts';
import { useThemeModules } from '../site/theme/use-theme-modules.ts';
import { FORMATS, type Format, renderReport } from './lib/report-formats.ts';

export interface CheckEffects extends ReadEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** `SITE`, the public address, where it is set. */
  readonly site: () => string | undefined;
}

const HELP = `node src/cli/check.ts: checks every story in content/stories and prints all mistakes at once
  --story <slug>    only this story
  --format <form>   ${FORMATS.join(', ')} (default: text)
  --root <folder>   the folder that holds content/ and public/ (default: this project)
  --help
Exit code 1 where there is an error; warnings do not count. What each mistake means: content/README.md`;

const CONSOLE: CheckEffects = {
  ...DISK,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  site: () => process.env['SITE'],
};

/** Social networks and mail programs follow whole addresses only. */
const NO_SITE =
  'SITE is not set: shared links to these pages will show no picture. Build with SITE=https://… (README.md, “Host it”).';

interface CheckOptions {
  readonly format: Format;
  readonly root: string;
  /** Slug of the only story to check; null for all of them. */
  readonly story: string | null;
}

const isFormat = (name: string): name is Format => FORMATS.some((format) => format === name);

function optionsOf(args: readonly string[]): CheckOptions | 'help' {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { root: text, format: text, story: text, help: { type: 'boolean' } },
  });
  if (values.help === true) return 'help';
  const { format = 'text', root } = values;
  if (!isFormat(format)) throw new Error(`--format is "${format}". It must be one of ${FORMATS.join(', ')}.`);
  return { format, root: root === undefined ? PROJECT_ROOT : resolve(root), story: values.story ?? null };
}

function printReport(report: LintReport, format: Format, effects: CheckEffects): number {
  if (report.stories.length === 0) {
    effects.printError('There is no story in content/stories. content/README.md tells how to write one.');
    return 1;
  }
  for (const line of renderReport(report, format)) effects.print(line);
  if (!effects.site()) effects.printError(NO_SITE);
  return errorsOf(report.problems).length > 0 ? 1 : 0;
}

/** The shipped theme is what the sources hold already. */
async function takeTheme(root: string, effects: CheckEffects): Promise<void> {
  const { theme } = await readSite(root, effects);
  if (theme !== null && theme.name !== DEFAULT_THEME) await useThemeModules(theme);
}

/** @returns the exit code */
export async function runCheck(args: readonly string[], effects: CheckEffects = CONSOLE): Promise<number> {
  let options: ReturnType<typeof optionsOf>;
  try {
    options = optionsOf(args);
  } catch (error) {
    effects.printError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  if (options === 'help') {
    effects.print(HELP);
    return 0;
  }
  const { root, format, story } = options;
  await takeTheme(root, effects);
  // Only now: what it loads is measured in the site's typefaces.
  const { lintContent } = await import('../site/content/content-problems.ts');
  const report = await lintContent({ root, publicFolder: resolve(root, 'public') }, effects, story);
  if (story !== null && report.stories.length === 0 && report.others.length > 0) {
    effects.printError(`There is no story "${story}" in content/stories. ${suggestName(story, report.others)}`);
    return 1;
  }
  return printReport(report, format, effects);
}

if (import.meta.main) process.exitCode = await runCheck(process.argv.slice(2));
