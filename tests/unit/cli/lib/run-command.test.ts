import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { runCommand } from '../../../../src/cli/lib/run-command.ts';

const parse = ([word]: readonly string[]): string | null => {
  if (word === undefined) throw new Error('Which word?');
  return word === '--help' ? null : word;
};

/** What a command said, and how it ended. */
async function heard(t: TestContext, args: readonly string[], run: (word: string) => Promise<number>) {
  const [log, error] = [t.mock.method(console, 'log', () => {}), t.mock.method(console, 'error', () => {})];
  const code = await runCommand(args, 'Help.', parse, run);
  const [said, complained] = [log, error].map(({ mock }) => mock.calls.map((call) => call.arguments[0]));
  t.mock.restoreAll();
  return { code, said, complained };
}

test('a command ends as what it ran; asked for help it says that and runs nothing', async (t) => {
  const lengthOf = async (word: string) => word.length;
  assert.deepEqual(await heard(t, ['four'], lengthOf), { code: 4, said: [], complained: [] });
  assert.deepEqual(await heard(t, ['--help'], lengthOf), { code: 0, said: ['Help.'], complained: [] });
});

test('what is wrong with the options, or goes wrong later, is said in a sentence, and the command has failed', async (t) => {
  assert.deepEqual(await heard(t, [], async () => 0), { code: 1, said: [], complained: ['Which word?'] });
  const fails = () => Promise.reject(new Error('No browser.'));
  assert.deepEqual(await heard(t, ['word'], fails), { code: 1, said: [], complained: ['No browser.'] });
});
