import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { runCheck } from './check.ts';
import { ensureTestBrowser, findBrowserEffects } from './lib/find-browser.ts';
import { ensureOtherBrowsers } from './lib/other-browsers.ts';
import { type ProcessResult, type RunOptions, runProcess } from './lib/run-process.ts';
import {
  type Counts,
  countsOfOne,
  countsOfPlaywright,
  countsOfTap,
  formatCounts,
  missingBrowsers,
  sumCounts,
} from './lib/test-counts.ts';

export const GROUPS = ['check', 'unit', 'build', 'browser'] as const;
export type Group = (typeof GROUPS)[number];

const HELP = `npm test: runs everything that can fail

  npm test -- [options]
  --only <group>     ${GROUPS.join(', ')}; may be given several times
  --story <slug>     only what is wrong with one story
  --format <form>    only what is wrong with the content, as text, json or sarif
  --require-browsers tests that no Firefox or WebKit is there for fail, instead of being skipped
  --update-pictures  only draws anew the pictures in tests/visual that drawings are held to
  --update-trees     only writes anew what assistive technology is told, in tests/trees
  --help             this text

  One file: node_modules/.bin/node --test tests/unit/story/scenes/scene-at.test.ts
  One browser test: node_modules/.bin/playwright test -c tests/playwright.config.ts -g "section list"`;

export interface Step {
  readonly name: string;
  /** Groups that the step belongs to. */
  readonly groups: readonly Group[];
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
  /** Sees to it that the browsers besides are there, where it can. */
  readonly otherBrowsers: () => Promise<unknown>;
  /** Whether a test fails for want of a browser; else it is skipped. */
  readonly requiresBrowsers: boolean;
  readonly print: (line: string) => void;
  readonly now: () => number;
  /** How many steps may run at once. */
  readonly lanes: number;
}

export interface StepResult {
  readonly step: Step;
  readonly counts: Counts;
  readonly seconds: number;
  /** Tests skipped for want of a browser, by its name. */
  readonly missing: ReadonlyMap<string, number>;
}

const RESULTS = join(PROJECT_ROOT, 'tests', '.results');
const bin = (...parts: readonly string[]): string => join(PROJECT_ROOT, 'node_modules', ...parts);

function single(name: string, groups: readonly Group[], args: readonly string[]): Step {
  return { name, groups, args, report: null, needsBrowser: false };
}

/** All files in one process: to start one for each takes longer than to run it, and what they share is read once. */
function nodeTests(name: string, group: Group, globs: readonly string[]): Step {
  const file = join(RESULTS, `${name}.tap`);
  const reporters = ['--test-reporter=dot', '--test-reporter-destination=stdout'];
  const tap = ['--test-reporter=tap', `--test-reporter-destination=${file}`];
  const flags = ['--disable-warning=ExperimentalWarning', '--test', '--test-isolation=none'];
  const args = [...flags, ...reporters, ...tap, ...globs];
  return { name: `${name} tests`, groups: [group], args, report: { file, parse: countsOfTap }, needsBrowser: false };
}

const PLAYWRIGHT = [bin('playwright', 'cli.js'), 'test', '-c', 'tests/playwright.config.ts'];

const SITE_BUILDS = single('site builds', ['build', 'browser'], ['tests/support/build-sites.ts']);

/**
 * All steps. Those of a phase run at once, the longest begins first. A phase begins when the one before has ended: two
 * steps that write into the same folder must not meet, and browsers must not be slowed down by other work.
 */
export const PHASES: readonly (readonly Step[])[] = [
  [SITE_BUILDS],
  [
    nodeTests('build', 'build', ['tests/build/!(reproducible).test.ts']),
    nodeTests('unit', 'unit', ['tests/unit/**/*.test.ts', 'tests/visual/**/*.test.ts']),
    // It builds a site once more, on one processor, while others test what is built.
    nodeTests('rebuild', 'build', ['tests/build/reproducible.test.ts']),
    single('types', ['check'], [bin('astro', 'bin', 'astro.mjs'), 'check', '--minimumSeverity', 'warning']),
    single('content', ['check'], ['src/cli/check.ts']),
    single(
      'lint',
      ['check'],
      [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '--colors=off'],
    ),
  ],
  [
    {
      name: 'browser tests',
      groups: ['browser'],
      args: [...PLAYWRIGHT, '--reporter=dot,json'],
      report: { file: join(RESULTS, 'browser.json'), parse: countsOfPlaywright },
      needsBrowser: true,
    },
  ],
];

async function countsOf(step: Step, result: ProcessResult, effects: TestEffects): Promise<Counts> {
  if (!step.report) return countsOfOne(result.code === 0);
  const counts = step.report.parse(await effects.readReport(step.report.file)) ?? countsOfOne(false);
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
  const isSilentFailure = counts.failed === 0 && (result.code !== 0 || isEmpty);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

/** Whether a step is about the sites that an earlier one builds. */
const needsSites = (step: Step): boolean =>
  step !== SITE_BUILDS && step.groups.some((group) => SITE_BUILDS.groups.includes(group));

async function environmentFor(step: Step, effects: TestEffects): Promise<Record<string, string>> {
  const env = {
    ASTRO_TELEMETRY_DISABLED: '1',
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(RESULTS, 'browser.json'),
    ...(needsSites(step) ? { SITES_ARE_BUILT: '1' } : {}),
  };
  if (!step.needsBrowser) return env;
  await effects.otherBrowsers();
  const required = effects.requiresBrowsers ? { REQUIRE_BROWSERS: '1' } : {};
  return { ...env, ...required, CHROME_PATH: await effects.browser() };
}

/** Runs one step. What it printed is shown only when it failed, in one piece: other steps may run meanwhile. */
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
  const missing =
    step.needsBrowser && step.report ? missingBrowsers(await effects.readReport(step.report.file)) : new Map();
  const seconds = (effects.now() - started) / 1000;
  const mark = counts.failed > 0 ? '✗' : '✓';
  const line = `${mark} ${step.name.padEnd(14)} ${formatCounts(counts)} (${seconds.toFixed(1)} s)`;
  effects.print(counts.failed > 0 ? `\n${result.output}\n\n${line}` : line);
  return { step, counts, seconds, missing };
}

/** Runs steps in the order given, `lanes` at once. */
async function runPhase(steps: readonly Step[], effects: TestEffects): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const runLane = async (): Promise<readonly StepResult[]> => {
    const step = waiting.shift();
    return step ? [await runStep(step, effects), ...(await runLane())] : [];
  };
  return (await Promise.all(Array.from({ length: effects.lanes }, runLane))).flat();
}

/** Whether a step can say anything new: what tests the sites can not where they do not build. */
const isWorthRunning = (step: Step, results: readonly StepResult[]): boolean => {
  const areBuilt = results.every((result) => result.step !== SITE_BUILDS || result.counts.failed === 0);
  return areBuilt || !needsSites(step);
};

/** Runs the steps of the groups asked for, phase by phase, and closes with the sum. */
export async function runTests(groups: readonly Group[], effects: TestEffects): Promise<number> {
  const started = effects.now();
  const results: StepResult[] = [];
  for (const phase of PHASES) {
    const asked = phase.filter((step) => step.groups.some((group) => groups.includes(group)));
    const worthwhile = asked.filter((step) => isWorthRunning(step, results));
    results.push(...(await runPhase(worthwhile, effects)));
  }
  const total = sumCounts(results.map(({ counts }) => counts));
  const failed = results.filter(({ counts }) => counts.failed > 0).map(({ step }) => step.name);
  const duration = `${((effects.now() - started) / 60_000).toFixed(1)} min`;
  effects.print(failed.length > 0 ? `\nFailed: ${failed.join(', ')} (${duration}).` : `\nAll is well (${duration}).`);
  for (const { missing } of results) {
    for (const [name, skipped] of missing) effects.print(`${name}: not found, ${skipped} skipped`);
  }
  effects.print(formatCounts(total));
  return total.failed > 0 ? 1 : 0;
}

const IN_CHROMIUM = ['--project=main-desktop', '--project=volcano-desktop'];

/** What makes anew what is kept, to be looked at. */
const UPDATES = {
  'update-pictures': ['--disable-warning=ExperimentalWarning', 'tests/visual/update-pictures.ts'],
  'update-trees': [...PLAYWRIGHT, ...IN_CHROMIUM, '--update-snapshots=all', 'accessibility-tree'],
} as const;

/** Makes anew what drawings and pages are held to; returns the exit code. */
async function update(args: readonly string[]): Promise<number> {
  const { code, output } = await runProcess(process.execPath, args, { cwd: PROJECT_ROOT });
  console.log(output);
  return code;
}

const isGroup = (name: string): name is Group => GROUPS.some((group) => group === name);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      format: { type: 'string' },
      story: { type: 'string' },
      'update-pictures': { type: 'boolean' },
      'update-trees': { type: 'boolean' },
      'require-browsers': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values['update-pictures']) return update(UPDATES['update-pictures']);
  if (values['update-trees']) return update(UPDATES['update-trees']);
  const asked = (['format', 'story'] as const).flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, values[name]],
  );
  if (asked.length > 0) return runCheck(asked);
  const groups = values.only ?? GROUPS;
  if (!groups.every(isGroup)) throw new Error(`--only takes ${GROUPS.join(', ')}; found "${groups.join(', ')}".`);
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  return runTests(groups, {
    run: runProcess,
    readReport: (file) => readFile(file, 'utf8').catch(() => ''),
    browser: () => ensureTestBrowser(findBrowserEffects),
    otherBrowsers: () => ensureOtherBrowsers(findBrowserEffects),
    requiresBrowsers: values['require-browsers'] ?? false,
    print: (line) => console.log(line),
    now: () => performance.now(),
    lanes: availableParallelism(),
  });
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: Error) => {
    console.error(`${error.message}\n\n${HELP}`);
    return 1;
  });
}
