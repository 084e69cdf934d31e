import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOnDemand } from '../../../../src/reader/controls/on-demand.ts';

function asked() {
  const said: unknown[] = [];
  const notice = { show: () => said.push('shown'), hide: () => said.push('hidden') };
  const onDemand = createOnDemand(notice, (reason, cause) => said.push([reason, cause]));
  return { said, onDemand };
}

test('what comes is done, and takes away what was said before', async () => {
  const { said, onDemand } = asked();
  await onDemand('explore-failed', async () => {
    await Promise.resolve();
    said.push('done');
  });
  assert.deepEqual(said, ['done', 'hidden']);
});

test('when its script does not come, or fails, the page is told why, and the reader that it is so', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module');
  const { said, onDemand } = asked();
  await onDemand('explore-failed', () => Promise.reject(cause));
  await onDemand('embed-failed', async () => {
    await Promise.resolve();
    throw cause;
  });
  assert.deepEqual(said, [['explore-failed', cause], 'shown', ['embed-failed', cause], 'shown']);
});

test('nor is a script that stands still waited for without end', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { said, onDemand } = asked();
  const done = onDemand('explore-failed', () => new Promise(() => undefined));
  context.mock.timers.tick(30_000);
  await done;
  assert.equal(said.at(-1), 'shown');
});
