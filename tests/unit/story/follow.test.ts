import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { followStep, SETTLE_MS, settled } from '../../../src/story/follow.ts';

const values = fc.double({ min: 0, max: 1, noNaN: true });

test('following settles on the exact target in the settling time, at any frame rate', () => {
  fc.assert(
    fc.property(values, values, fc.integer({ min: 4, max: 60 }), (from, target, frameMs) => {
      let follow = { ...settled(from), age: 0 };
      for (let elapsed = 0; elapsed <= SETTLE_MS; elapsed += frameMs) follow = followStep(follow, target, frameMs);
      assert.equal(follow.value, target);
    }),
  );
});

test('following never overshoots', () => {
  fc.assert(
    fc.property(values, values, (from, target) => {
      let follow = { ...settled(from), age: 0 };
      for (let step = 0; step < 20; step += 1) {
        follow = followStep(follow, target, 16);
        const [low, high] = [Math.min(from, target), Math.max(from, target)];
        assert.ok(follow.value >= low - 1e-9 && follow.value <= high + 1e-9);
      }
    }),
  );
});
