import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '../../../../src/site/media/at-once.ts';

const turns = (count: number): Promise<void> =>
  count === 0 ? Promise.resolve() : Promise.resolve().then(() => turns(count - 1));

test('no more than so many are under way, and what comes of each stands in its place', async () => {
  const lengths = [5, 1, 3, 2, 4, 1];
  let [now, most] = [0, 0];
  const doubled = await atOnce(2, lengths, async (length, index) => {
    now += 1;
    most = Math.max(most, now);
    await turns(length);
    now -= 1;
    return [index, length * 2];
  });
  assert.equal(most, 2);
  assert.deepEqual(
    doubled,
    lengths.map((length, index) => [index, length * 2]),
  );
  assert.deepEqual(await atOnce(4, [], () => Promise.reject(new Error('there is none'))), []);
});

test('what goes wrong with one is what goes wrong with all', () =>
  assert.rejects(
    atOnce(2, [1, 2, 3], async (one) => {
      await turns(one);
      if (one === 2) throw new Error('two');
    }),
    /two/,
  ));
