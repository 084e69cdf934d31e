import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isWholeWorld,
  placeIn,
  unwrapBounds,
  unwrapLine,
  unwrapLng,
  unwrapPieces,
} from '../../../src/geo/antimeridian.ts';
import { contains, turnsTo } from '../../../src/geo/bounds.ts';
import { lengthKm, nearestShare } from '../../../src/geo/lines/along-line.ts';
import type { LngLat } from '../../../src/geo/lng-lat.ts';
import { createProjection, worldSize } from '../../../src/geo/mercator.ts';
import { projectLine } from '../../../src/marks/screen-path.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const places: fc.Arbitrary<LngLat> = fc.tuple(degrees(-180, 180), degrees(-80, 80));
const wrapped = (lng: number): number => ((((lng + 180) % 360) + 360) % 360) - 180;
const close = (a: number, b: number, by = 1e-6): boolean => Math.abs(a - b) < by;
const sameMeridian = (a: number, b: number): boolean => close(Math.abs(wrapped(a - b)) % 360, 0);

/** A walk round the world in short steps, as a file writes it: every longitude within ±180°. */
const walks = fc
  .tuple(places, fc.array(fc.tuple(degrees(-100, 100), degrees(-1, 1)), { minLength: 1, maxLength: 20 }))
  .map(([start, steps]) => {
    let [lng, lat] = start;
    const line: [number, number][] = [[lng, lat]];
    for (const [across, up] of steps) {
      [lng, lat] = [lng + across, lat + up];
      line.push([lng, lat]);
    }
    return { line, written: line.map(([x, y]): [number, number] => [wrapped(x), y]) };
  });

test('a longitude within half a turn of another is the same meridian, and stays when asked again', () => {
  fc.assert(
    fc.property(degrees(-1000, 1000), degrees(-1000, 1000), (lng, near) => {
      const found = unwrapLng(lng, near);
      assert.ok(Math.abs(found - near) <= 180 + 1e-9 && sameMeridian(found, lng));
      assert.ok(close(unwrapLng(found, near), found) || close(Math.abs(found - near), 180));
    }),
  );
});

test('a line is followed the short way, step by step, whatever turn its file writes it on', () => {
  fc.assert(
    fc.property(walks, ({ line, written }) => {
      const found = unwrapLine(written);
      const by = (found[0]?.[0] ?? 0) - (line[0]?.[0] ?? 0);
      assert.ok(found.every(([lng, lat], at) => close(lng - by, line[at]?.[0] ?? 0, 1e-4) && lat === line[at]?.[1]));
    }),
  );
});

test('a line cut in two at the antimeridian, as GeoJSON has it, comes together again', () => {
  const pieces = [
    [
      [170, 10],
      [180, 12],
    ],
    [
      [-180, 12],
      [-170, 14],
    ],
    [
      [-170, 14],
      [-175, 20],
    ],
  ];
  for (const near of [0, 180, -170]) {
    const laid = unwrapPieces(pieces, near).flat();
    const steps = laid.slice(1).map(([lng], at) => Math.abs(lng - (laid[at]?.[0] ?? 0)));
    assert.ok(Math.max(...steps) <= 10, JSON.stringify(laid));
    assert.ok(Math.abs((laid[0]?.[0] ?? 0) - near) <= 180);
  }
});

test('places of one turn and of the next are on the same point of the screen', () => {
  fc.assert(
    fc.property(
      places,
      places,
      degrees(0, 12),
      degrees(0, 60),
      fc.constantFrom(-360, 360),
      (place, center, zoom, pitch, by) => {
        const projection = createProjection({ center, zoom, pitch, bearing: 20 }, 800, 600);
        const [a, b] = [projection.project(place), projection.project([place[0] + by, place[1]])];
        const isFarSide = close(Math.abs(wrapped(place[0] - center[0])), 180, 1e-3);
        assert.ok(
          isFarSide ||
            (close(a[0], b[0], 0.01 + Math.abs(a[0]) * 1e-6) && close(a[1], b[1], 0.01 + Math.abs(a[1]) * 1e-6)),
        );
      },
    ),
  );
});

test('no step of a line on the screen is longer than the step on the map, and the part near the camera is shown', () => {
  fc.assert(
    fc.property(walks, fc.nat(), ({ written }, at) => {
      const line = unwrapLine(written);
      const center = line[at % line.length] ?? [0, 0];
      const projection = createProjection(
        { center: [wrapped(center[0]), center[1]], zoom: 3, pitch: 0, bearing: 0 },
        800,
        600,
      );
      const points = projectLine(line, projection);
      const world = 512 * 2 ** 3;
      const widest = Math.max(...points.slice(1).map(([x], i) => Math.abs(x - (points[i]?.[0] ?? 0))));
      assert.ok(widest <= (world * 100) / 360 + 1e-6);
      const span = Math.max(...line.map(([lng]) => lng)) - Math.min(...line.map(([lng]) => lng));
      if (span < 180) assert.ok(points.some(([x, y]) => close(x, 400, 1e-3) && close(y, 300, 1e-3)));
    }),
  );
});

test('bounds with west beyond east cross the antimeridian, and hold places of either side on either turn', () => {
  const fiji = unwrapBounds([177, -20, -178, -15]);
  assert.deepEqual(fiji, [177, -20, 182, -15]);
  for (const lng of [178, 180, -180, -179, 181]) assert.ok(contains(fiji, [lng, -17]), String(lng));
  for (const lng of [176, -177, 0, 183]) assert.ok(!contains(fiji, [lng, -17]), String(lng));
  assert.deepEqual(placeIn(fiji, [-179, -17]), [181, -17]);
  assert.ok(isWholeWorld([-30, -85, 330, 85]) && !isWholeWorld(fiji));
});

test('an area is shown on the turn where its middle lies nearest', () => {
  const area = [
    [170, 0],
    [190, 0],
    [190, 10],
  ];
  assert.deepEqual(
    [-175, 175, 530].map((lng) => turnsTo(area, lng) + 0),
    [-1, 0, 1],
  );
});

test('a place is found beside a line on whichever turn it is counted', () => {
  const line = unwrapLine([
    [170, 0],
    [-170, 0],
  ]) as readonly LngLat[];
  assert.ok(close(lengthKm(line), 2223.9, 1));
  for (const lng of [-175, 185]) assert.ok(close(nearestShare(line, [lng, 1]), 0.75, 0.001));
});

test('where a screen shows the world more than once, a place is taken nearest to the middle of what is seen', () => {
  const views = fc.record({
    center: places,
    zoom: degrees(-1, 3),
    bearing: degrees(-180, 180),
    middle: fc.tuple(degrees(0, 1440), degrees(0, 900)),
  });
  fc.assert(
    fc.property(views, places, ({ center, zoom, bearing, middle }, place) => {
      const projection = createProjection({ center, zoom, pitch: 0, bearing }, 1440, 900, middle);
      const [x, y] = projection.project(place);
      const size = worldSize(zoom);
      const [east, down] = [Math.cos((bearing * Math.PI) / 180), -Math.sin((bearing * Math.PI) / 180)];
      const away = (x - middle[0]) * east + (y - middle[1]) * down;
      assert.ok(Math.abs(away) <= size / 2 + 1e-6, `${away} of ${size}`);
      const [first] = projectLine([place, [place[0] + 0.001, place[1]]], projection);
      const apart = Math.hypot((first?.[0] ?? 0) - x, (first?.[1] ?? 0) - y);
      assert.ok(close(apart, 0, 1e-3) || close(Math.abs(away), size / 2, 0.1), 'lines as places');
    }),
  );
});
