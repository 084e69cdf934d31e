import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { runCheck } from './check.ts';
import { ensureBrowser, findBrowserEffects } from './lib/find-browser.ts';
import { type ProcessResult, type RunOptions, runProcess } from './lib/run-process.ts';
import {
  type Counts,
  countsOfOne,
  countsOfPlaywright,
  countsOfTap,
  formatCounts,
  sumCounts,
} from './lib/test-counts.ts';

export const GROUPS = ['check', 'unit', 'build', 'browser'] as const;
export type Group = (typeof GROUPS)[number];

const HELP = `npm test: runs everything that can fail

  npm test -- [options]
  --only <group>   ${GROUPS.join(', ')}; may be given several times
  --format <form>  only what is wrong with the content, as text, json or sarif
  --help           this text

  One file: node_modules/.bin/node --test tests/unit/story/timeline.test.ts
  One browser test: node_modules/.bin/playwright test -c tests/playwright.config.ts -g "section list"`;

export interface Step {
  readonly name: string;
  readonly group: Group;
  /** Program and arguments, run with this very Node. */
  readonly args: readonly string[];
  /** Where the runner leaves its report; without one the step counts as one test. */
  readonly report: { readonly file: string; readonly parse: (text: string) => Counts | null } | null;
  readonly needsBrowser: boolean;
}

export interface TestEffects {
  readonly run: (file: string, args: readonly string[], options: RunOptions) => Promise<ProcessResult>;
  readonly readReport: (file: string) => Promise<string>;
  readonly browser: () => Promise<string>;
  readonly print: (line: string) => void;
  readonly now: () => number;
}

export interface StepResult {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
}

const RESULTS = join(PROJECT_ROOT, 'tests', '.results');
const bin = (...parts: readonly string[]): string => join(PROJECT_ROOT, 'node_modules', ...parts);

function single(name: string, args: readonly string[]): Step {
  return { name, group: 'check', args, report: null, needsBrowser: false };
}

function nodeTests(group: Group, glob: string, flags: readonly string[] = []): Step {
  const file = join(RESULTS, `${group}.tap`);
  const reporters = ['--test-reporter=dot', '--test-reporter-destination=stdout'];
  const tap = ['--test-reporter=tap', `--test-reporter-destination=${file}`];
  const args = ['--disable-warning=ExperimentalWarning', '--test', ...flags, ...reporters, ...tap, glob];
  return { name: `${group} tests`, group, args, report: { file, parse: countsOfTap }, needsBrowser: false };
}

/** All steps in the order in which they run: the quick ones first. */
export const STEPS: readonly Step[] = [
  single('types', [bin('astro', 'bin', 'astro.mjs'), 'check', '--minimumSeverity', 'warning']),
  single('lint', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '--colors=off']),
  single('content', ['src/cli/check.ts']),
  nodeTests('unit', 'tests/unit/**/*.test.ts'),
  // The files share the two built sites, which the first of them builds.
  nodeTests('build', 'tests/build/**/*.test.ts', ['--test-concurrency=1']),
  {
    name: 'browser tests',
    group: 'browser',
    args: [bin('playwright', 'cli.js'), 'test', '-c', 'tests/playwright.config.ts', '--reporter=dot,json'],
    report: { file: join(RESULTS, 'browser.json'), parse: countsOfPlaywright },
    needsBrowser: true,
  },
];

async function countsOf(step: Step, result: ProcessResult, effects: TestEffects): Promise<Counts> {
  if (!step.report) return countsOfOne(result.code === 0);
  const counts = step.report.parse(await effects.readReport(step.report.file)) ?? countsOfOne(false);
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
  const isSilentFailure = counts.failed === 0 && (result.code !== 0 || isEmpty);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

async function environmentFor(step: Step, effects: TestEffects): Promise<Record<string, string>> {
  const env = { ASTRO_TELEMETRY_DISABLED: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: join(RESULTS, 'browser.json') };
  return step.needsBrowser ? { ...env, CHROME_PATH: await effects.browser() } : env;
}

/** Runs one step; what it printed is shown only when it failed. */
export async function runStep(step: Step, effects: TestEffects): Promise<StepResult> {
  const started = effects.now();
  let result: ProcessResult;
  try {
    const env = await environmentFor(step, effects);
    result = await effects.run(process.execPath, step.args, { cwd: PROJECT_ROOT, env });
  } catch (error) {
    result = { code: 1, output: error instanceof Error ? error.message : String(error) };
  }
  const counts = await countsOf(step, result, effects);
  const seconds = (effects.now() - started) / 1000;
  if (counts.failed > 0) effects.print(`\n${result.output}\n`);
  const mark = counts.failed > 0 ? '✗' : '✓';
  effects.print(`${mark} ${step.name.padEnd(14)} ${formatCounts(counts)} (${seconds.toFixed(1)} s)`);
  return { step, counts, seconds };
}

/** Runs the steps of the groups asked for, one after the other, and closes with the sum. */
export async function runTests(groups: readonly Group[], effects: TestEffects): Promise<number> {
  const results: StepResult[] = [];
  for (const step of STEPS.filter(({ group }) => groups.includes(group))) {
    results.push(await runStep(step, effects));
  }
  const total = sumCounts(results.map(({ counts }) => counts));
  const failed = results.filter(({ counts }) => counts.failed > 0).map(({ step }) => step.name);
  effects.print(failed.length > 0 ? `\nFailed: ${failed.join(', ')}.` : '\nAll is well.');
  effects.print(formatCounts(total));
  return total.failed > 0 ? 1 : 0;
}

const isGroup = (name: string): name is Group => GROUPS.some((group) => group === name);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, format: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values.format !== undefined) return runCheck(['--format', values.format]);
  const groups = values.only ?? GROUPS;
  if (!groups.every(isGroup)) throw new Error(`--only takes ${GROUPS.join(', ')}; found "${groups.join(', ')}".`);
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  return runTests(groups, {
    run: runProcess,
    readReport: (file) => readFile(file, 'utf8').catch(() => ''),
    browser: () => ensureBrowser(findBrowserEffects),
    print: (line) => console.log(line),
    now: () => performance.now(),
  });
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: Error) => {
    console.error(`${error.message}\n\n${HELP}`);
    return 1;
  });
}
