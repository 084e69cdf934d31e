import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { SceneMarks } from '../../../../src/labels/section/scene-marks.ts';
import { LookAhead } from '../../../../src/reader/loading/placement-prefetch.ts';
import type { Scene, Viewport } from '../../../../src/story/scene.ts';

const viewport: Viewport = { width: 390, height: 844, dir: 'ltr', embed: false };

type IdleCallback = (deadline: IdleDeadline) => void;
let waiting: IdleCallback[] = [];
let onPlaced = (): void => undefined;

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

/** A reader of a story of so many sections, of which their own is prepared, and which others were; some cannot be. */
function reader(count: number, index = 1, broken: readonly number[] = []) {
  const failed: (readonly [number, unknown])[] = [];
  const prepared: number[] = [];
  const begun: number[] = [];
  const at = { index, viewport };
  const isPlaced = (one: number): boolean => (one === index && !broken.includes(one)) || prepared.includes(one);
  const prepare: SceneMarks['prepare'] = function* (index) {
    begun.push(index);
    // Longer than there is between two frames.
    const end = performance.now() + 6;
    while (performance.now() < end);
    yield;
    if (broken.includes(index)) throw new Error(`no places in ${index}`);
    prepared.push(index);
  };
  const abort = new AbortController();
  const place = () => ({ ...at, isFlat: true });
  const found = new Promise<void>((resolve) => {
    onPlaced = resolve;
  });
  const ahead = new LookAhead(
    { prepare, isPlaced, count },
    {
      place,
      onPlaced: () => onPlaced(),
      onFailed: (at, cause) => failed.push([at, cause]),
      signal: abort.signal,
    },
  );
  return { prepared, failed, begun, at, abort, ahead, found, start: () => ahead.goOn() };
}

test('at rest the eight sections to come are prepared, nearest first, and then nothing more is waited for', () => {
  const { prepared, start } = reader(30);
  start();
  for (let moment = 0; moment < 40; moment += 1) idle(50);
  assert.deepEqual(prepared, [2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(waiting.length, 0);
});

test('a story’s end is not passed', () => {
  const { prepared, start } = reader(4, 2);
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
  for (let index = 5; index <= 13; index += 1) assert.ok(prepared.includes(index));
  for (let index = 3; index <= 4; index += 1) assert.ok(!prepared.includes(index));
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

/** A scene on its way from one section to another, with names of both. */
function between(from: number, to: number): Scene {
  const of = (sectionIndex: number) => ({ sectionIndex, opacity: 0.5 });
  return { annotations: [], labels: [of(from), of(to)] } as unknown as Scene;
}

test('no frame waits for a place: what has none is left out, sought at once, and shown when it is found', async () => {
  const { ahead, prepared, found } = reader(30);
  const scene = between(1, 20);
  assert.deepEqual(
    ahead.placed(scene).labels.map(({ sectionIndex }) => sectionIndex),
    [1],
  );
  assert.equal(ahead.isComplete(), false);
  await found;
  assert.deepEqual(prepared, [20]);
  assert.equal(ahead.isComplete(), true);
  assert.equal(ahead.placed(scene), scene);
});

test('what was begun ahead is gone on with, not begun again', async () => {
  const { ahead, begun, found, start } = reader(30);
  start();
  idle(4);
  assert.deepEqual(begun, [2]);
  ahead.placed(between(1, 2));
  await found;
  assert.deepEqual(begun, [2]);
});

test('on another screen nothing is left out: names would flicker while a window is drawn wider', () => {
  const { ahead, at } = reader(30);
  const scene = between(1, 2);
  at.viewport = { ...viewport, width: 400 };
  assert.equal(ahead.placed(scene), scene);
  assert.equal(ahead.isComplete(), true);
});

test('what was begun for another screen is begun anew', () => {
  const { ahead, at, begun, start } = reader(30);
  start();
  idle(4);
  at.viewport = { ...viewport, width: 844, height: 390 };
  ahead.placed(between(1, 2));
  idle(4);
  assert.deepEqual(begun, [2, 2]);
});

const NO_PLACES = new Error('no places in 3');

test('a section whose places cannot be found is passed by ahead: the others are prepared, and it is told once', () => {
  const { prepared, failed, start } = reader(30, 1, [3]);
  for (let round = 0; round < 2; round += 1) {
    start();
    for (let moment = 0; moment < 40; moment += 1) idle(50);
  }
  assert.deepEqual(prepared, [2, 4, 5, 6, 7, 8, 9]);
  assert.deepEqual(failed, [[3, NO_PLACES]]);
  assert.equal(waiting.length, 0);
});

test('a scene of such a section is complete without it, and shows what belongs to others', async () => {
  const { ahead, at, failed, begun, found } = reader(30, 1, [3]);
  const scene = between(3, 4);
  assert.deepEqual(ahead.placed(scene).labels, []);
  assert.equal(ahead.isComplete(), false);
  await found;
  assert.deepEqual(failed, [[3, NO_PLACES]]);
  const shown = (): readonly number[] => ahead.placed(scene).labels.map(({ sectionIndex }) => sectionIndex);
  assert.deepEqual(shown(), [4]);
  assert.equal(ahead.isComplete(), true);
  at.viewport = { ...viewport, width: 400 };
  assert.deepEqual(shown(), [4], 'nor is it sought within a frame of another screen');
  assert.deepEqual(
    begun.filter((one) => one === 3),
    [3],
  );
});

test('the reader’s own section comes first, and if it fails what comes after is sought none the less', async () => {
  const own = reader(30, 5);
  await own.ahead.begin();
  assert.deepEqual(own.begun, []);
  const { ahead, failed, prepared, start } = reader(30, 3, [3]);
  await ahead.begin();
  assert.deepEqual(failed, [[3, NO_PLACES]]);
  start();
  for (let moment = 0; moment < 40; moment += 1) idle(50);
  assert.equal(prepared.at(-1), 11);
});
