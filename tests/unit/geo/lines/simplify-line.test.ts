import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceToSegment, type Point } from '../../../../src/geo/lines/segments.ts';
import { simplifyLine } from '../../../../src/geo/lines/simplify-line.ts';

const lines: fc.Arbitrary<readonly Point[]> = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })),
  { minLength: 2, maxLength: 40 },
);
const tolerances = fc.double({ min: 0.1, max: 40, noNaN: true });

const distanceTo = (point: Point, line: readonly Point[]): number =>
  Math.min(...line.slice(1).map((to, at) => distanceToSegment(point, line[at] ?? to, to)));

test('no point of the line is farther from the simpler one than the tolerance', () => {
  fc.assert(
    fc.property(lines, tolerances, (line, tolerance) => {
      const simple = simplifyLine(line, tolerance);
      for (const point of line) assert.ok(distanceTo(point, simple) <= tolerance + 1e-9);
    }),
  );
});

test('its points are those of the line, in order, with the same ends', () => {
  fc.assert(
    fc.property(lines, tolerances, (line, tolerance) => {
      const simple = simplifyLine(line, tolerance);
      let at = -1;
      for (const point of simple) {
        at = line.indexOf(point, at + 1);
        assert.ok(at >= 0);
      }
      assert.equal(simple[0], line[0]);
      assert.equal(simple.at(-1), line.at(-1));
    }),
  );
});

test('simplified once more it is the same', () => {
  fc.assert(
    fc.property(lines, tolerances, (line, tolerance) => {
      const simple = simplifyLine(line, tolerance);
      assert.deepEqual(simplifyLine(simple, tolerance), simple);
    }),
  );
});

test('a straight line is its two ends, and a corner stays', () => {
  const straight = Array.from({ length: 50 }, (_, at): Point => [at, at * 2]);
  assert.deepEqual(simplifyLine(straight, 0.01), [straight[0], straight[49]]);
  const corner: readonly Point[] = [
    [0, 0],
    [50, 0],
    [50, 50],
  ];
  assert.deepEqual(simplifyLine(corner, 1), corner);
});

test('a line of a hundred thousand points is no reason to fail', () => {
  const long = Array.from({ length: 100_000 }, (_, at): Point => [at, Math.sin(at / 5000) * 100]);
  assert.ok(simplifyLine(long, 1).length < 1000);
});
