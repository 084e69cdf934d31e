import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceToSegment } from '../../../../src/geo/lines/segments.ts';
import type { LngLat, ScreenPoint } from '../../../../src/geo/lng-lat.ts';
import { createProjection, unproject } from '../../../../src/geo/mercator.ts';
import { linesInView } from '../../../../src/labels/section/lines-in-view.ts';

const projection = createProjection({ center: [36.7, 35.7], zoom: 9, pitch: 0, bearing: 0 }, 800, 600);
const at = (x: number, y: number): LngLat => unproject(projection, [x, y]);
const onScreen = (lines: readonly (readonly LngLat[])[]) =>
  lines.map((line) => line.map((point) => projection.project(point)));

const walks: fc.Arbitrary<readonly ScreenPoint[]> = fc
  .array(fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((steps) => {
    let [x, y] = [400, 300];
    return steps.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x, y] as const;
    });
  });

test('what is shown of a line on the screen lies within two pixels of it', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const shown = onScreen(linesInView([walk.map(([x, y]) => at(x, y))], projection));
      for (const [x, y] of walk.filter(([px, py]) => px > 0 && py > 0 && px < 800 && py < 600)) {
        const distances = shown.flatMap((line) =>
          line.slice(1).map((to, index) => distanceToSegment([x, y], line[index] ?? to, to)),
        );
        assert.ok(Math.min(...distances) <= 2.1, `${x},${y}`);
      }
    }),
    { numRuns: 60 },
  );
});

test('a line that is off the screen is not there, and one that leaves it goes on to where it does', () => {
  assert.deepEqual(linesInView([[at(900, 100), at(1000, 500)]], projection), []);
  const [leaving = []] = onScreen(
    linesInView([[at(400, 300), at(700, 300), at(1200, 300), at(2000, 300)]], projection),
  );
  assert.deepEqual(
    leaving.map(([x]) => Math.round(x)),
    [400, 1200],
  );
});

test('a line that comes back is shown in pieces', () => {
  const away = [at(400, 300), at(780, 300), at(1500, 300), at(2200, 320), at(1500, 340), at(780, 340), at(400, 340)];
  assert.equal(linesInView([away], projection).length, 2);
});

test('a coast of thousands of vertices is shown with few', () => {
  const coast = Array.from({ length: 8000 }, (_, k) => at(k / 10, 300 + 40 * Math.sin(k / 900) + (k % 2) * 0.2));
  const [shown = []] = linesInView([coast], projection);
  assert.ok(shown.length > 4 && shown.length < 80, `${shown.length}`);
});

test('its vertices are those of the line itself', () => {
  const line = [at(100, 100), at(300, 160), at(500, 90), at(700, 400)];
  const shown = linesInView([line], projection).flat();
  assert.ok(shown.length > 1);
  for (const point of shown) assert.ok(line.includes(point));
});
