import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTasks } from '../../../../src/reader/loading/idle.ts';

const on = new AbortController().signal;

test('something is done with each item, in order', async () => {
  const done: number[] = [];
  await inTasks([3, 1, 2], (item) => done.push(item), on);
  assert.deepEqual(done, [3, 1, 2]);
});

test('what comes meanwhile is answered in between', async (t) => {
  // Each item takes longer than a share of work.
  let now = 0;
  t.mock.method(performance, 'now', () => now);
  const order: string[] = [];
  const work = inTasks(
    ['a', 'b', 'c'],
    (item) => {
      now += 6;
      order.push(item);
      setTimeout(() => order.push('touch'));
    },
    on,
  );
  await work;
  assert.deepEqual(order, ['a', 'touch', 'b', 'touch', 'c']);
});

test('short work is done in one task', async (t) => {
  t.mock.method(performance, 'now', () => 0);
  const order: string[] = [];
  await inTasks(
    ['a', 'b'],
    (item) => {
      order.push(item);
      setTimeout(() => order.push('later'));
    },
    on,
  );
  assert.equal(order.slice(0, 2).join(''), 'ab');
});

test('called off, it stops before the next item', async () => {
  const abort = new AbortController();
  const done: number[] = [];
  const work = inTasks(
    [1, 2, 3],
    (item) => {
      done.push(item);
      abort.abort();
    },
    abort.signal,
  );
  await assert.rejects(work);
  assert.deepEqual(done, [1]);
});
