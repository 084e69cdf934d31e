import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceBetween } from '../../../src/geo/lines/segments.ts';
import type { ScreenPoint } from '../../../src/geo/lng-lat.ts';
import { dotPath, pathOf, projectedPath, round1, startOf } from '../../../src/marks/screen-path.ts';
import { pathPoints } from '../../support/chart-marks.ts';
import { ROAD, restContext } from '../../support/kind-context.ts';

const { projection } = restContext();
const px = fc.double({ min: -2000, max: 2000, noNaN: true });
const lines = fc.array(fc.tuple(px, px), { minLength: 2, maxLength: 12 });
const lengthOf = (line: readonly ScreenPoint[]): number =>
  line.slice(1).reduce((sum, to, at) => sum + distanceBetween(line[at] ?? to, to), 0);

test('a path goes through every point of its line, to a tenth of a pixel', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const points = pathPoints(pathOf([line]));
      assert.equal(points.length, line.length);
      points.forEach(([x, y], at) => {
        const [lx, ly] = line[at] ?? [0, 0];
        assert.ok(Math.abs(x - lx) <= 0.0501 && Math.abs(y - ly) <= 0.0501);
      });
    }),
  );
});

test('each line begins anew, closed ones end where they began, and empty ones are left out', () => {
  assert.equal(
    pathOf([
      [
        [0, 0],
        [1, 2],
      ],
      [],
      [[3, 4]],
    ]),
    'M0,0L1,2M3,4',
  );
  assert.equal(
    pathOf(
      [
        [
          [0, 0],
          [1, 2],
          [2, 0],
        ],
      ],
      true,
    ),
    'M0,0L1,2L2,0Z',
  );
});

test('what is stretched while the camera travels is written ten times finer', () => {
  const [, [x = 0] = []] = pathPoints(projectedPath([ROAD], projection));
  const exact = projection.project(ROAD[1] ?? [0, 0])[0];
  assert.ok(Math.abs(x - exact) <= 0.00501);
});

test('the first part of a line is as long as its share, and lies on it', () => {
  fc.assert(
    fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (line, share) => {
      const part = startOf(line, share);
      assert.ok(Math.abs(lengthOf(part) - share * lengthOf(line)) < 1e-6 * (1 + lengthOf(line)));
      assert.deepEqual(part[0], line[0]);
      part.slice(0, -1).forEach((point, at) => {
        assert.deepEqual(point, line[at]);
      });
    }),
  );
});

test('a share beyond the line is all of it, and one before it its beginning', () => {
  const line: readonly ScreenPoint[] = [
    [0, 0],
    [3, 4],
  ];
  assert.deepEqual(startOf(line, 2), line);
  assert.equal(lengthOf(startOf(line, -1)), 0);
});

test('numbers are to a tenth of a pixel, and nothing is minus zero', () => {
  assert.equal(round1(1.26), 1.3);
  assert.ok(Object.is(round1(-0.01), 0));
  assert.equal(dotPath(-0.01, 2.55), `M0 ${round1(2.55)}h.1`);
});
