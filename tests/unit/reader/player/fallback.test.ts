import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTellFallback, FallbackError, orFallBack } from '../../../../src/reader/player/fallback.ts';

/** What was told, and what was logged. */
function listening() {
  const page = new EventTarget();
  const told: unknown[] = [];
  const logged: unknown[] = [];
  page.addEventListener('story:fallback', (event) => told.push((event as CustomEvent<unknown>).detail));
  const tell = createTellFallback(page, (...words) => logged.push(words));
  return { told, logged, tell };
}

test('what is missing is told with its cause in the error’s words, and the cause itself is logged', () => {
  const { told, logged, tell } = listening();
  const cause = new Error('The basemap answered 404');
  tell('basemap-failed', cause);
  tell('map-failed', 'no reason given');
  assert.deepEqual(told, [
    { reason: 'basemap-failed', detail: 'The basemap answered 404' },
    { reason: 'map-failed', detail: 'no reason given' },
  ]);
  assert.deepEqual(logged, [
    ['basemap-failed', cause],
    ['map-failed', 'no reason given'],
  ]);
});

test('a reason without a cause is told each time, and nothing is logged', () => {
  const { told, logged, tell } = listening();
  tell('light-map');
  tell('light-map');
  assert.deepEqual(told, [{ reason: 'light-map' }, { reason: 'light-map' }]);
  assert.deepEqual(logged, []);
});

test('what fails again in the same way, as in each frame, is told once; another failure is told too', () => {
  const { told, tell } = listening();
  for (const words of ['tile 1', 'tile 1', 'tile 2', 'tile 1']) tell('map-incomplete', new Error(words));
  tell('marks-failed', new Error('tile 1'));
  assert.deepEqual(told, [
    { reason: 'map-incomplete', detail: 'tile 1' },
    { reason: 'map-incomplete', detail: 'tile 2' },
    { reason: 'marks-failed', detail: 'tile 1' },
  ]);
});

test('work that fails says what the page does without, and work that does not is the same', async () => {
  assert.equal(await orFallBack('basemap-failed', Promise.resolve(7)), 7);
  const cause = new TypeError('Failed to fetch');
  await assert.rejects(orFallBack('basemap-failed', Promise.reject(cause)), (error) => {
    assert.ok(error instanceof FallbackError);
    assert.deepEqual([error.reason, error.message, error.cause], ['basemap-failed', 'Failed to fetch', cause]);
    return true;
  });
});
