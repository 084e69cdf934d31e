import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { withTimeout } from '../../../../src/reader/loading/with-timeout.ts';

const never = new Promise<never>(() => {});

test('what comes in time comes as it is, and so does its failure', async () => {
  assert.equal(await withTimeout(Promise.resolve('script')), 'script');
  await assert.rejects(withTimeout(Promise.reject(new Error('refused'))), /refused/);
});

test('what stands still is given up after half a minute, not before', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let outcome = 'waiting';
  const waiting = withTimeout(never).catch(() => {
    outcome = 'given up';
  });
  t.mock.timers.tick(29_999);
  await setImmediate();
  assert.equal(outcome, 'waiting');
  t.mock.timers.tick(1);
  await waiting;
  assert.equal(outcome, 'given up');
});

test('no timer is left behind', async (t) => {
  const cleared = t.mock.method(globalThis, 'clearTimeout');
  const set = t.mock.method(globalThis, 'setTimeout');
  await withTimeout(Promise.resolve());
  await withTimeout(Promise.reject(new Error('refused'))).catch(() => {});
  const timers = set.mock.calls.map(({ result }) => result);
  assert.equal(timers.length, 2);
  for (const timer of timers) assert.ok(cleared.mock.calls.some(({ arguments: [one] }) => one === timer));
});
