import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keptCard } from '../../../../src/site/meta/kept-card.ts';

test('a card is drawn once, and anew when what it shows has changed', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cards-'));
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
