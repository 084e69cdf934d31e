import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { thinLines } from '../../../../../src/basemap/data/thin/thin-lines.ts';
import type { Line } from '../../../../../src/basemap/drawing/shape-file.ts';
import { distanceBetween } from '../../../../../src/geo/lines/segments.ts';

const place = fc.double({ min: 0, max: 20, noNaN: true });
const lines = fc.array(
  fc.tuple(place, place, fc.double({ min: 0.1, max: 2, noNaN: true })).map(
    ([x, y, length]): Line => [
      [x, y],
      [x + length, y],
    ],
  ),
  { maxLength: 200 },
);

test('a line that is left out was shorter than a pixel, and another begins near it', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const left = thinLines(all, 1);
      assert.deepEqual(
        all.filter((line) => left.includes(line)),
        left,
      );
      for (const line of all.filter((one) => !left.includes(one))) {
        const [[x, y] = [0, 0], [end] = [0]] = line;
        assert.ok(end - x < 1);
        assert.ok(left.some(([from]) => from && distanceBetween(from, [x, y]) < 2.5));
      }
    }),
  );
});
