import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createMotion } from '../../../../src/reader/scroll/motion.ts';

const FRAME_MS = 16;

/** A window in which the wheel is turned when it is told, at moments of the test's own. */
function windowOf(t: TestContext) {
  const target = new EventTarget();
  const before = Object.getOwnPropertyDescriptor(globalThis, 'window');
  Object.defineProperty(globalThis, 'window', { value: target, configurable: true });
  t.after(() => {
    if (before) Object.defineProperty(globalThis, 'window', before);
    else Reflect.deleteProperty(globalThis, 'window');
  });
  return {
    turnWheel(timeStamp: number): void {
      target.dispatchEvent(Object.defineProperty(new Event('wheel'), 'timeStamp', { value: timeStamp }));
    },
  };
}

/** Frames from one moment on, until it has arrived or so many have passed. */
function framesTo(motion: ReturnType<typeof createMotion>, target: number, from: number, most = 60): readonly number[] {
  const shown: number[] = [];
  for (let now = from; shown.length < most; now += FRAME_MS) {
    const { progress, arrived } = motion.next(target, now);
    shown.push(progress);
    if (arrived) break;
  }
  return shown;
}

test('a finger is followed exactly, frame by frame', (t) => {
  windowOf(t);
  const motion = createMotion(0, 20, () => false);
  for (const target of [0.01, 0.013, 0.02, 0.018]) {
    assert.deepEqual(motion.next(target, 1000 + target), { progress: target, arrived: true });
  }
});

test('a step of the wheel is followed smoothly, without going back, to the exact value', (t) => {
  const { turnWheel } = windowOf(t);
  const motion = createMotion(0, 20, () => false);
  turnWheel(1000);
  const shown = framesTo(motion, 0.02, 1005);
  assert.ok(shown.length > 4, 'more than a few frames');
  assert.deepEqual(
    shown,
    shown.toSorted((a, b) => a - b),
  );
  assert.equal(shown.at(-1), 0.02);
});

test('a step is finished after the wheel has stopped', (t) => {
  const { turnWheel } = windowOf(t);
  const motion = createMotion(0, 20, () => false);
  turnWheel(0);
  const shown = framesTo(motion, 0.02, 290);
  assert.ok(shown.length > 4, 'it does not jump once the wheel is no longer turned');
  assert.equal(shown.at(-1), 0.02);
});

test('a jump is shown at once, wheel or not', (t) => {
  const { turnWheel } = windowOf(t);
  const motion = createMotion(0, 20, () => false);
  turnWheel(1000);
  assert.deepEqual(motion.next(0.5, 1005), { progress: 0.5, arrived: true });
});

test('who prefers less motion sees every step at once', (t) => {
  const { turnWheel } = windowOf(t);
  const motion = createMotion(0, 20, () => true);
  turnWheel(1000);
  assert.deepEqual(motion.next(0.02, 1005), { progress: 0.02, arrived: true });
});

test('once it is given up the wheel is nothing to it', (t) => {
  const { turnWheel } = windowOf(t);
  const motion = createMotion(0, 20, () => false);
  motion.destroy();
  turnWheel(1000);
  assert.deepEqual(motion.next(0.02, 1005), { progress: 0.02, arrived: true });
});
