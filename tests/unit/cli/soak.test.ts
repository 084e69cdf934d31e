import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareShown, judgeMemory, type Shown } from '../../../src/cli/soak/judge.ts';
import { parseSoak } from '../../../src/cli/soak/options.ts';
import type { SoakResult, SoakRun } from '../../../src/cli/soak/read-on.ts';
import { createSteps } from '../../../src/cli/soak/steps.ts';
import { runSoak, type SoakEffects, type SoakStory } from '../../../src/cli/soak.ts';

const SECTIONS = ['first', 'second', 'third'];

const stepsOf = (seed: number, canGoOffline = true, count = 2000) => {
  const next = createSteps({ seed, sections: SECTIONS, canGoOffline });
  return Array.from({ length: count }, next);
};

test('the same seed reads in the same way, another in another', () => {
  assert.deepEqual(stepsOf(7), stepsOf(7));
  assert.notDeepEqual(stepsOf(7), stepsOf(8));
});

test('all that a reader may do is done, offline only where that can be, and never out of bounds', () => {
  const kinds = (canGoOffline: boolean) =>
    [...new Set(stepsOf(1, canGoOffline).map(({ deed }) => deed.kind))].sort().join(' ');
  assert.equal(kinds(true), 'explore jump key offline resize scroll theme wheel');
  assert.equal(kinds(false), 'explore jump key resize scroll theme wheel');
  for (const { deed, pauseMs } of stepsOf(3)) {
    assert.ok(pauseMs >= 0 && pauseMs <= 400);
    if (deed.kind === 'scroll') assert.ok(deed.share >= 0 && deed.share < 1);
    if (deed.kind === 'wheel') assert.ok(Number.isInteger(deed.by) && Math.abs(deed.by) <= 2000);
    if (deed.kind === 'jump' || deed.kind === 'offline') assert.ok(SECTIONS.includes(deed.section));
  }
});

const camera = { center: [36.6, 35.6] as const, zoom: 8, pitch: 0, bearing: 0 };
const shown = (part: Partial<Shown['scene']> = {}, marks = ['a:0', 'b:0']): Shown => ({
  scene: {
    progress: 0.5,
    section: 'first',
    camera,
    annotations: [{ key: 'first/line', t: 1, opacity: 1 }],
    ...part,
  },
  marks,
});

test('a scene is a fresh visit’s where section, camera, annotations and marks are the same', () => {
  assert.deepEqual(compareShown(shown(), shown({ progress: 0.5 + 1e-9 })), []);
  assert.match(compareShown(shown(), shown({ section: 'second' })).join(), /section first, in a fresh visit second/);
  assert.match(compareShown(shown({ camera: { ...camera, zoom: 9 } }), shown()).join(), /^zoom 9, .* 8$/);
  assert.match(compareShown(shown({ annotations: [] }), shown()).join(), /first\/line t undefined/);
  assert.match(compareShown(shown({}, ['a:0']), shown()).join(), /without the mark b:0/);
  assert.match(compareShown(shown({}, ['a:0', 'b:0', 'c:0']), shown()).join(), /a mark c:0 that/);
});

test('memory may grow by a twentieth, and what grows by more is named', () => {
  const before = { dataBytes: 1000, nodes: 200, listeners: 40 };
  assert.deepEqual(judgeMemory(before, { dataBytes: 1049, nodes: 209, listeners: 10 }), []);
  assert.deepEqual(judgeMemory(before, { ...before, dataBytes: 1100 }), [
    '10.0 % more bytes of memory: 1000, then 1100',
  ]);
  assert.match(judgeMemory(before, { ...before, nodes: 400, listeners: 80 }).join('\n'), /nodes.*\n.*listeners/);
});

test('options have defaults, and values that are none are refused', () => {
  const usual = { minutes: 60, seed: 1, browser: 'chromium', story: null, site: null };
  assert.deepEqual(parseSoak([]), usual);
  const asked = ['--minutes', '5', '--seed', '9', '--browser', 'firefox', '--story', 'x'];
  assert.deepEqual(parseSoak(asked), { ...usual, minutes: 5, seed: 9, browser: 'firefox', story: 'x' });
  assert.equal(parseSoak(['--help']), null);
  for (const [args, words] of [
    [['--minutes', 'long'], /--minutes takes a number/],
    [['--minutes', '0'], /--minutes takes a number/],
    [['--seed', '1.5'], /--seed takes a whole number/],
    [['--seed', '-1'], /--seed/],
    [['--browser', 'safari'], /--browser takes chromium, firefox/],
    [['--hours', '2'], /--hours/],
  ] as const) {
    assert.throws(() => parseSoak(args), words);
  }
});

const page = (story: string, locale: string, bytes: number) => ({
  path: `/${locale}/${story}/`,
  locale,
  story,
  title: story,
  sections: SECTIONS.map((id) => ({ id, title: id })),
  bytes,
});

async function soak(args: readonly string[], part: Partial<SoakEffects> = {}, result: Partial<SoakResult> = {}) {
  const said: string[] = [];
  const asked: { dist: string; story: SoakStory; browser: string; run: SoakRun }[] = [];
  const keep = (line: string): number => said.push(line);
  const code = await runSoak(args, {
    print: keep,
    printError: keep,
    progress: () => undefined,
    now: () => 0,
    readPages: async () => [page('short', 'en', 10), page('long', 'en', 30), page('long', 'ar', 28)],
    build: async () => true,
    read: (dist, story, browser, run) => {
      asked.push({ dist, story, browser, run });
      return Promise.resolve({ steps: 12, comparisons: 3, memories: [], problems: [], ...result });
    },
    ...part,
  });
  return { code, said: said.join('\n'), asked };
}

test('the story with the most in it is read, in all its languages, unless another is asked for', async () => {
  const { code, said, asked } = await soak(['--minutes', '5', '--seed', '4']);
  assert.equal(code, 0);
  assert.match(said, /12 steps, 3 comparisons with a fresh visit: all is well/);
  assert.deepEqual(asked[0]?.story, { slug: 'long', paths: ['/ar/long/', '/en/long/'], sections: SECTIONS });
  assert.equal(asked[0]?.run.seed, 4);
  assert.equal((await soak(['--story', 'short'])).asked[0]?.story.slug, 'short');
});

test('what went wrong is told with what brings it back, and the exit code tells', async () => {
  const memory = { dataBytes: 2_000_000, nodes: 5, listeners: 6 };
  const problems = ['step 12, {"kind":"key","key":"End"}: error: x'];
  const { code, said } = await soak(['--seed', '4'], {}, { memories: [[memory, memory]], problems });
  assert.equal(code, 1);
  assert.match(said, /stretch 1: 2\.00 MB, 5 nodes, 6 listeners; then 2\.00 MB/);
  assert.match(said, /step 12, .*error: x/);
  assert.match(said, /npm run soak -- --seed 4 --story long --browser chromium/);
});

test('no site, no such story, a build that fails and a browser that does not start are told', async () => {
  assert.equal((await soak([], { build: async () => false })).code, 1);
  assert.match((await soak(['--site', 'x'], { readPages: async () => null })).said, /no built site in .*x/);
  assert.match((await soak(['--story', 'none'])).said, /No story "none" in .*There are: long, short/);
  assert.match((await soak([], { readPages: async () => [] })).said, /No story/);
  const { code, said } = await soak([], { read: () => Promise.reject(new Error('No Firefox was found.')) });
  assert.equal(code, 1);
  assert.match(said, /No Firefox/);
  assert.match((await soak(['--help'])).said, /--seed <n>/);
});
