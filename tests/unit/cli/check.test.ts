import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckEffects, runCheck } from '../../../src/cli/check.ts';
import { FIXTURE_ROOT, fixtureEffects } from '../../fixtures/content/read-fixture.ts';

interface Recorded {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function run(overlay: string | null, args: readonly string[] = ['--root', FIXTURE_ROOT]): Promise<Recorded> {
  const [out, err]: [string[], string[]] = [[], []];
  const effects: CheckEffects = {
    ...fixtureEffects(overlay),
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
  };
  return { code: await runCheck(args, effects), out, err };
}

test('a story without mistakes passes, and says so in one line', async () => {
  assert.deepEqual(await run(null), { code: 0, out: ['Content: 0 errors, 0 warnings in 1 story.'], err: [] });
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
