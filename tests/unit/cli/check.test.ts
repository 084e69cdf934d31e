import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckEffects, runCheck } from '../../../src/cli/check.ts';
import { PROBLEMS } from '../../../src/content/lint/diagnostics/problems.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../../fixtures/content/read-fixture.ts';

interface Recorded {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function run(
  overlay: string | null,
  args: readonly string[] = ['--root', FIXTURE_ROOT],
  site: string | undefined = 'https://example.org',
): Promise<Recorded> {
  const [out, err]: [string[], string[]] = [[], []];
  const effects: CheckEffects = {
    ...fixtureEffects(overlay),
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    site: () => site,
  };
  return { code: await runCheck(args, effects), out, err };
}

test('a story without mistakes passes, and says how long it is', async () => {
  const out = ['Reading time: crossing: 29 words, 1 min.', 'Content: 0 errors, 0 warnings in 1 story.'];
  assert.deepEqual(await run(null), { code: 0, out, err: [] });
});

test('without a public address the check says that shared links will have no picture, and passes', async () => {
  const { code, err } = await run(null, undefined, '');
  assert.equal(code, 0);
  assert.match(err.join(), /SITE is not set: .* no picture\. Build with SITE=/);
});

test('an error makes the exit code 1 and is printed with its address', async () => {
  const { code, out } = await run('broken/UnknownPlace');
  assert.equal(code, 1);
  assert.match(out[0] ?? '', /^\*\*UnknownPlace\*\* — `content\/stories\/crossing\/en\/10-harbour\.mdx:\d+`/);
  assert.equal(out.at(-1), 'Content: 1 error, 0 warnings in 1 story.');
});

test('a warning alone does not fail', async () => {
  const { code, out } = await run('broken/CardTooLong');
  assert.equal(code, 0);
  assert.match(out[0] ?? '', /^warning: \*\*CardTooLong\*\*/);
});

test('an empty content folder is an error that leads to the guide', async () => {
  const { code, err } = await run(null, ['--root', '/nowhere']);
  assert.equal(code, 1);
  assert.match(err[0] ?? '', /content\/README\.md/);
});

test('help explains, an unknown option is refused', async () => {
  const help = await run(null, ['--help']);
  assert.equal(help.code, 0);
  assert.match(help.out[0] ?? '', /--root/);
  const unknown = await run(null, ['--rot']);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err[0] ?? '', /--rot/);
});

const parsed = async (overlay: string, format: string) => {
  const { code, out } = await run(overlay, ['--root', FIXTURE_ROOT, '--format', format]);
  return { code, report: JSON.parse(out.join('\n')) };
};

test('as JSON every problem has its rule, severity, place, cure and address', async () => {
  const { code, report } = await parsed('broken/UnusedFact', 'json');
  assert.equal(code, 0);
  assert.deepEqual(report.stories, [{ slug: 'crossing', words: 29, minutes: 1 }]);
  const [{ rule, severity, file, line, field, guide, hint }] = report.problems;
  assert.deepEqual([rule, severity, field, line], ['UnusedFact', 'warning', 'drowned', 1]);
  assert.equal(file, 'content/stories/crossing/facts.yaml');
  assert.equal(guide, 'content/README.md#UnusedFact');
  assert.ok(hint.length > 0);
});

test('as SARIF every result names a rule of the catalogue and a line of a file', async () => {
  const { code, report } = await parsed('broken/UnknownPlace', 'sarif');
  assert.equal(code, 1);
  assert.equal(report.version, '2.1.0');
  const [{ tool, results }] = report.runs;
  assert.deepEqual(
    tool.driver.rules.map(({ id }: { id: string }) => id),
    Object.keys(PROBLEMS),
  );
  assert.ok(results.length > 0);
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
    assert.ok(['error', 'warning'].includes(level) && message.text.length > 0);
    const { artifactLocation, region } = locations[0].physicalLocation;
    assert.match(artifactLocation.uri, /^content\/stories\/crossing\//);
    assert.ok(Number.isInteger(region.startLine) && region.startLine > 0);
  }
});

test('a warning suppressed by either name of the field is no longer told, and its reason is kept', async () => {
  const { code, out } = await run('suppressed');
  assert.deepEqual([code, out.at(-1)], [0, 'Content: 0 errors, 0 warnings in 1 story, 2 suppressed.']);
  const { report } = await parsed('suppressed', 'json');
  assert.deepEqual(
    report.suppressed.map(({ rule, reason }: Record<string, string>) => [rule, reason]),
    [
      ['UnusedFact', 'The ledger holds what was asked about.'],
      ['MissingAltText', 'The picture repeats the text.'],
    ],
  );
  const sarif = await parsed('suppressed', 'sarif');
  assert.deepEqual(
    sarif.report.runs[0].results.map(({ suppressions }: { suppressions: object[] }) => suppressions.length),
    [1, 1],
  );
});

test('an unknown format is refused with the ones there are', async () => {
  const { code, err } = await run(null, ['--format', 'xml']);
  assert.equal(code, 2);
  assert.match(err[0] ?? '', /"xml".*text, json, sarif/);
});

test('one story alone is checked by its name; another name is answered with the nearest', async () => {
  const root = ['--root', FIXTURE_ROOT];
  const { code, out } = await run('broken/UnknownPlace', [...root, '--story', 'crossing']);
  assert.equal(code, 1);
  assert.equal(out.at(-1), 'Content: 1 error, 0 warnings in 1 story.');
  const unknown = await run('broken/UnknownPlace', [...root, '--story', 'crosing']);
  assert.deepEqual([unknown.code, unknown.out], [1, []]);
  assert.match(unknown.err[0] ?? '', /"crosing".*Did you mean `crossing`/);
});

test('a file in public/ of which nobody states the terms is a warning', async () => {
  const { code, out } = await run('unstated');
  assert.equal(code, 0);
  assert.match(out[0] ?? '', /^warning: \*\*UnstatedLicence\*\* — `public\/boat\.jpg`.*public\/boat\.jpg\.license/);
  assert.equal(out.filter((line) => line.includes('UnstatedLicence')).length, 1);
});
