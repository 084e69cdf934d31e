import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keptCard } from '../../../../src/site/meta/kept-card.ts';

const project = async (program: string): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'cards-'));
  await mkdir(join(root, 'src'));
  await writeFile(join(root, 'src', 'program.ts'), program);
  return root;
};

test('a card is drawn once, and anew when what it shows has changed', async () => {
  const root = await project('1');
  let drawn = 0;
  const draw = (): Promise<Uint8Array> => {
    drawn += 1;
    return Promise.resolve(Buffer.from(String(drawn)));
  };
  const card = async (...of: readonly string[]): Promise<string> =>
    Buffer.from(await keptCard(root, of, draw)).toString();
  assert.equal(await card('a', 'b'), '1');
  assert.equal(await card('a', 'b'), '1');
  assert.equal(await card('ab'), '2', 'parts are not run together');
  assert.equal(drawn, 2);
});

test('another program draws anew', async () => {
  const make = (text: string) => () => Promise.resolve(Buffer.from(text));
  const one = await project('1');
  assert.equal(Buffer.from(await keptCard(one, ['a'], make('first'))).toString(), 'first');
  const other = await project('2');
  assert.equal(Buffer.from(await keptCard(other, ['a'], make('second'))).toString(), 'second');
});
