import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { countsOfPlaywright, countsOfTap, missingBrowsers, sumCounts } from '../../../src/cli/lib/test-counts.ts';
import { GROUPS, PHASES, runTests, type TestEffects } from '../../../src/cli/test.ts';

const TAP = '# tests 5\n# suites 0\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n';
const PLAYWRIGHT = JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] });

function recorded(answer: { readonly code?: number; readonly tap?: string; readonly json?: string } = {}) {
  const printed: string[] = [];
  const effects: TestEffects = {
    run: () => Promise.resolve({ code: answer.code ?? 0, output: 'what the step said' }),
    readReport: (file) =>
      Promise.resolve(
        file.endsWith('.tap') ? (answer.tap ?? TAP.replace('fail 1', 'fail 0')) : (answer.json ?? PLAYWRIGHT),
      ),
    browser: () => Promise.resolve('/usr/bin/chromium'),
    otherBrowsers: () => Promise.resolve(),
    requiresBrowsers: false,
    print: (line) => printed.push(line),
    now: () => 0,
    lanes: 2,
  };
  return { effects, printed };
}

test('the reports of both runners are read, and a broken one is no report', () => {
  assert.deepEqual(countsOfTap(TAP), { passed: 3, failed: 1, skipped: 1 });
  assert.equal(countsOfTap('TAP version 13\n'), null);
  assert.deepEqual(countsOfPlaywright(PLAYWRIGHT), { passed: 4, failed: 0, skipped: 2 });
  assert.equal(countsOfPlaywright(''), null);
  assert.equal(countsOfPlaywright('{}'), null);
});

test('a test that was flaky or cancelled has failed', () => {
  const flaky = JSON.stringify({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, errors: [{}] });
  assert.equal(countsOfPlaywright(flaky)?.failed, 2);
  assert.equal(countsOfTap(TAP.replace('cancelled 0', 'cancelled 2'))?.failed, 3);
});

/** Playwright's report of a run in which so many tests found no browser, some in a suite of a suite. */
function reportWithout(browsers: Readonly<Record<string, number>>): string {
  const specs = Object.entries(browsers).flatMap(([name, count]) =>
    Array.from({ length: count }, () => ({ tests: [{ annotations: [{ description: `${name}: not found` }] }] })),
  );
  const other = { tests: [{ annotations: [{}, { description: 'not on a phone' }] }] };
  const suites = [{ specs: [other, ...specs.slice(0, 1)], suites: [{ specs: specs.slice(1) }] }];
  return JSON.stringify({ ...JSON.parse(PLAYWRIGHT), suites });
}

test('a browser that is not here is named in the sum, with the tests that were skipped for want of it', async () => {
  const json = reportWithout({ Firefox: 3, WebKit: 1 });
  assert.deepEqual(
    [...missingBrowsers(json)],
    [
      ['Firefox', 3],
      ['WebKit', 1],
    ],
  );
  assert.deepEqual([...missingBrowsers('')], []);
  const { effects, printed } = recorded({ json });
  assert.equal(await runTests(['browser'], effects), 0);
  assert.deepEqual(printed.slice(-3, -1), ['Firefox: not found, 3 skipped', 'WebKit: not found, 1 skipped']);
  const all = recorded();
  await runTests(['browser'], all.effects);
  assert.doesNotMatch(all.printed.join('\n'), /not found/);
});

test('browsers are looked for before the tests in them begin, which hear whether each is required', async () => {
  for (const requiresBrowsers of [true, false]) {
    const order: string[] = [];
    const heard: (string | undefined)[] = [];
    const { effects } = recorded();
    await runTests(['browser'], {
      ...effects,
      requiresBrowsers,
      otherBrowsers: () => Promise.resolve(order.push('looked for')),
      run: (file, args, options) => {
        if (options.env?.['CHROME_PATH']) {
          order.push('run');
          heard.push(options.env['REQUIRE_BROWSERS']);
        }
        return effects.run(file, args, options);
      },
    });
    assert.deepEqual(order, ['looked for', 'run']);
    assert.deepEqual(heard, [requiresBrowsers ? '1' : undefined]);
  }
});

test('what is about the sites is told that they are built, and nothing else is', async () => {
  const told = new Map<string, string | undefined>();
  const { effects } = recorded();
  await runTests(GROUPS, {
    ...effects,
    run: (file, args, options) => {
      told.set(PHASES.flat().find((step) => step.args === args)?.name ?? '', options.env?.['SITES_ARE_BUILT']);
      return effects.run(file, args, options);
    },
  });
  const built = [...told].flatMap(([name, value]) => (value === '1' ? [name] : []));
  assert.deepEqual(built, ['build tests', 'rebuild tests', 'browser tests']);
  assert.equal(told.size, PHASES.flat().length);
});

test('the last line is the sum over all steps, alone on its line', async () => {
  const { effects, printed } = recorded();
  assert.equal(await runTests(GROUPS, effects), 0);
  const checks = PHASES.flat().filter(({ report }) => report === null).length;
  assert.equal(printed.at(-1), `${checks + 3 + 3 + 3 + 4} passed, 0 failed, 5 skipped`);
});

/** Effects whose steps end when they are told to, with the names of those that have begun. */
function held() {
  const { effects, printed } = recorded();
  const begun: string[] = [];
  const ends = new Map<string, (code: number) => void>();
  const nameOf = (args: readonly string[]): string =>
    PHASES.flat().find((step) => step.args === args)?.name ?? assert.fail('no step');
  const run: TestEffects['run'] = (_, args) => {
    const name = nameOf(args);
    begun.push(name);
    return new Promise((resolve) =>
      ends.set(name, (code) => resolve({ code, output: `${name} says so\nin two lines` })),
    );
  };
  const end = async (name: string, code = 0): Promise<void> => {
    const stop = ends.get(name) ?? assert.fail(`${name} has not begun`);
    stop(code);
    await setImmediate();
  };
  return { effects: { ...effects, run }, printed, begun, end };
}

test('steps of a phase run at once, as many as there are lanes, and phases one after the other', async () => {
  const { effects, begun, end } = held();
  const done = runTests(GROUPS, effects);
  await setImmediate();
  assert.deepEqual(begun, ['site builds']);
  await end('site builds');
  assert.deepEqual(begun.slice(1), ['build tests', 'unit tests']);
  await end('unit tests');
  assert.deepEqual(begun.slice(3), ['rebuild tests']);
  for (const name of ['rebuild tests', 'types', 'content', 'lint']) await end(name);
  assert.ok(!begun.includes('browser tests'), 'build tests are still running');
  await end('build tests');
  assert.equal(begun.at(-1), 'browser tests');
  await end('browser tests');
  assert.equal(await done, 0);
  assert.equal(new Set(begun).size, PHASES.flat().length);
});

test('what a failed step said is printed whole, in one piece, whatever else runs', async () => {
  const { effects, printed, end } = held();
  const done = runTests(['check'], effects);
  await setImmediate();
  for (const name of ['content', 'types', 'lint']) await end(name, 1);
  assert.equal(await done, 1);
  const pieces = printed.filter((text) => text.includes('says so'));
  assert.deepEqual(
    pieces.map((text) => /^\n(.*) says so\nin two lines\n\n✗ (.*?) +\d/.exec(text)?.slice(1)),
    ['content', 'types', 'lint'].map((name) => [name, name]),
  );
});

test('where the sites do not build, what tests them is left out and the rest is run', async () => {
  const { effects, begun, end } = held();
  const done = runTests(GROUPS, effects);
  await setImmediate();
  await end('site builds', 1);
  for (const name of ['unit tests', 'types', 'content', 'lint']) await end(name);
  assert.equal(await done, 1);
  assert.deepEqual(begun, ['site builds', 'unit tests', 'types', 'content', 'lint']);
});

test('what a good step said is kept back, what a failed one said is shown', async () => {
  const good = recorded();
  await runTests(['unit'], good.effects);
  assert.ok(!good.printed.join('\n').includes('what the step said'));
  const bad = recorded({ tap: TAP });
  assert.equal(await runTests(['unit'], bad.effects), 1);
  assert.ok(bad.printed.join('\n').includes('what the step said'));
  assert.equal(bad.printed.at(-1), '3 passed, 1 failed, 1 skipped');
});

test('a runner that dies, leaves no report or finds no tests has failed', async () => {
  for (const answer of [{ code: 1 }, { tap: '' }, { tap: '# pass 0\n# fail 0\n' }]) {
    assert.equal(await runTests(['unit'], recorded(answer).effects), 1, JSON.stringify(answer));
  }
});

test('without a browser the browser tests fail and say why', async () => {
  const { effects, printed } = recorded({ json: '' });
  const browser = (): Promise<string> => Promise.reject(new Error('install Chromium'));
  assert.equal(await runTests(['browser'], { ...effects, browser }), 1);
  assert.ok(printed.join('\n').includes('install Chromium'));
});

test('sums', () => {
  assert.deepEqual(
    sumCounts([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 1, failed: 1, skipped: 1 },
    ]),
    {
      passed: 2,
      failed: 3,
      skipped: 4,
    },
  );
});
