import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createLookAhead } from '../../../src/reader/look-ahead.ts';
import type { SceneMarks } from '../../../src/static-map/scene-marks.ts';
import type { Viewport } from '../../../src/story/scene.ts';

const viewport: Viewport = { width: 390, height: 844, dir: 'ltr', embed: false };

type IdleCallback = (deadline: IdleDeadline) => void;
let waiting: IdleCallback[] = [];

/** One idle moment of so many milliseconds. */
function idle(leftMs: number): void {
  const callbacks = waiting;
  waiting = [];
  for (const run of callbacks) run({ didTimeout: false, timeRemaining: () => leftMs });
}

beforeEach(() => {
  waiting = [];
  Object.assign(globalThis, { window: { requestIdleCallback: (run: IdleCallback) => waiting.push(run) } });
});

/** A reader of a story of so many sections, and which of them were prepared. */
function reader(count: number, index = 1) {
  const prepared: number[] = [];
  const at = { index };
  const prepare: SceneMarks['prepare'] = function* (index) {
    // Longer than there is between two frames.
    const end = performance.now() + 6;
    while (performance.now() < end);
    yield;
    prepared.push(index);
  };
  const of = Object.assign(() => [], { prepare });
  const abort = new AbortController();
  const place = () => ({ ...at, viewport, isFlat: true });
  return { prepared, at, abort, start: createLookAhead(of, count, place, abort.signal) };
}

test('at rest the eight sections to come are prepared, nearest first, and then nothing more is waited for', () => {
  const { prepared, start } = reader(30);
  start();
  for (let moment = 0; moment < 40; moment += 1) idle(50);
  assert.deepEqual(prepared, [2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(waiting.length, 0);
});

test('a story’s end is not passed', () => {
  const { prepared, at, start } = reader(4);
  at.index = 2;
  start();
  for (let moment = 0; moment < 40; moment += 1) idle(50);
  assert.deepEqual(prepared, [3]);
});

test('from the opening only the next is prepared, until the reader reads on', () => {
  const { prepared, at, start } = reader(30, 0);
  start();
  for (let moment = 0; moment < 40; moment += 1) idle(50);
  assert.deepEqual(prepared, [1]);
  at.index = 1;
  start();
  for (let moment = 0; moment < 60; moment += 1) idle(50);
  assert.equal(prepared.at(-1), 9);
});

test('between frames it goes on where a piece of it has time, and waits where none has', () => {
  const { prepared, start } = reader(30);
  start();
  for (let moment = 0; moment < 40; moment += 1) idle(1);
  assert.deepEqual(prepared, []);
  for (let moment = 0; moment < 40; moment += 1) idle(8);
  assert.equal(prepared.at(-1), 9);
});

test('where the reader went on meanwhile, so does the work, past what they have passed', () => {
  const { prepared, at, start } = reader(30);
  start();
  idle(50);
  at.index = 5;
  start();
  for (let moment = 0; moment < 60; moment += 1) idle(50);
  assert.equal(Math.max(...prepared), 13);
  for (let index = 6; index <= 13; index += 1) assert.ok(prepared.includes(index));
  for (let index = 3; index <= 5; index += 1) assert.ok(!prepared.includes(index));
});

test('called off, it stops', () => {
  const { prepared, abort, start } = reader(30);
  start();
  idle(50);
  abort.abort();
  for (let moment = 0; moment < 40; moment += 1) idle(50);
  assert.ok(prepared.length <= 1);
  assert.equal(waiting.length, 0);
});
