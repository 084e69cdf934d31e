import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { easeTravel, mix, ramp } from '../../../src/story/easing.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('a mix is exactly its ends at its ends', () => {
  fc.assert(
    fc.property(value, value, (from, to) => {
      assert.equal(mix(from, to, 0), from + 0 * to);
      assert.equal(mix(from, to, 1), to + 0 * from);
    }),
  );
});

test('a ramp is 0 before, 1 after and never goes back', () => {
  fc.assert(
    fc.property(value, value, share, share, (a, b, s, t) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(to - from > 1e-6);
      const at = (of: number): number => ramp(from + of * (to - from), from, to);
      assert.equal(ramp(from - 1, from, to), 0);
      assert.equal(ramp(to + 1, from, to), 1);
      assert.ok(at(Math.min(s, t)) <= at(Math.max(s, t)));
    }),
  );
});

test('a ramp without a length is a step', () => {
  assert.deepEqual([ramp(0.4, 0.5, 0.5), ramp(0.5, 0.5, 0.5), ramp(0.6, 0.5, 0.5)], [0, 1, 1]);
});

test('a journey leaves and arrives exactly, and never turns back', () => {
  assert.deepEqual([easeTravel(-1), easeTravel(0), easeTravel(1), easeTravel(2)], [0, 0, 1, 1]);
  fc.assert(
    fc.property(share, share, (a, b) => {
      assert.ok(easeTravel(Math.min(a, b)) <= easeTravel(Math.max(a, b)) + 1e-9);
    }),
  );
});

test('a journey leaves gently and arrives more gently still', () => {
  const start = easeTravel(0.02);
  const end = 1 - easeTravel(0.98);
  assert.ok(start < 0.02 && end < 0.02 && end < start);
});
