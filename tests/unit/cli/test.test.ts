import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOfPlaywright, countsOfTap, sumCounts } from '../../../src/cli/lib/test-counts.ts';
import { GROUPS, runTests, STEPS, type TestEffects } from '../../../src/cli/test.ts';

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
    print: (line) => printed.push(line),
    now: () => 0,
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

test('the last line is the sum over all steps, alone on its line', async () => {
  const { effects, printed } = recorded();
  assert.equal(await runTests(GROUPS, effects), 0);
  const checks = STEPS.filter(({ report }) => report === null).length;
  assert.equal(printed.at(-1), `${checks + 3 + 3 + 4} passed, 0 failed, 4 skipped`);
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
