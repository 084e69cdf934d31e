import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry, Position } from 'geojson';
import { countPoints, simplifyGeometry } from '../../../../src/content/geometry/simplify-geometry.ts';
import { distanceToSegment, type Point } from '../../../../src/geo/lines/segments.ts';
import { toWorld, worldSize } from '../../../../src/geo/mercator.ts';

/** A winding track of so many points, as a device records it. */
const track = (count: number): Position[] =>
  Array.from({ length: count }, (_, at) => {
    const t = (at / count) * 40;
    return [
      36 + t / 40 + Math.sin(t) * 0.05 + Math.sin(at * 12.9) * 1e-5,
      35 + Math.cos(t * 1.3) * 0.2 + Math.sin(at * 78.2) * 1e-5,
    ];
  });

const ring = (count: number, radius: number, [lng, lat]: Position = [36, 35]): Position[] =>
  Array.from({ length: count + 1 }, (_, at) => {
    const angle = ((at % count) / count) * 2 * Math.PI;
    return [(lng ?? 0) + radius * Math.cos(angle), (lat ?? 0) + radius * Math.sin(angle)];
  });

const onScreen = (zoom: number, [lng = 0, lat = 0]: Position): Point => {
  const [x, y] = toWorld([lng, lat]);
  return [x * worldSize(zoom), y * worldSize(zoom)];
};

const line = (coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });

test('a simplified line keeps its ends and is nowhere half a pixel beside what it was', () => {
  const [whole, zoom] = [track(20_000), 11];
  const simple = simplifyGeometry(line(whole), zoom);
  assert.ok(
    simple.type === 'LineString' && simple.coordinates.length < whole.length / 5,
    `${countPoints(simple)} points`,
  );
  const [kept, was] = [simple.coordinates, whole].map((positions) =>
    positions.map((position) => onScreen(zoom, position)),
  );
  assert.ok(kept && was);
  for (const end of [0, -1])
    assert.ok(Math.hypot(...[0, 1].map((axis) => (kept.at(end)?.[axis] ?? 0) - (was.at(end)?.[axis] ?? 0))) < 0.1);
  for (const point of was.filter((_, at) => at % 37 === 0)) {
    const least = Math.min(...kept.map((end, at) => distanceToSegment(point, kept[at - 1] ?? end, end)));
    assert.ok(least < 0.51, `${least} px`);
  }
});

test('the nearer the view, the more of a line is kept', () => {
  const counts = [5, 8, 11, 14, 18].map((zoom) => countPoints(simplifyGeometry(line(track(20_000)), zoom)));
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
  );
  assert.ok((counts[0] ?? 0) < (counts[4] ?? 0));
});

test('what a hand has drawn stays as it is, to the last point', () => {
  const drawn = line(track(150));
  assert.equal(simplifyGeometry(drawn, 3), drawn);
});

test('rings stay closed; islands and holes that are specks go, but never the last of an area', () => {
  const islands: Position[][][] = [[ring(5000, 0.5), ring(400, 0.00001)], [ring(300, 0.00002, [37, 36])]];
  const area = simplifyGeometry({ type: 'MultiPolygon', coordinates: islands }, 9);
  assert.ok(area.type === 'MultiPolygon');
  assert.deepEqual(
    area.coordinates.map(({ length }) => length),
    [1],
  );
  for (const [outer = []] of area.coordinates) assert.deepEqual(outer[0], outer.at(-1));
  const speck: Geometry = { type: 'Polygon', coordinates: [ring(300, 0.00002)] };
  assert.equal(simplifyGeometry(speck, 9), speck);
});

test('two hundred thousand points are simplified, whatever the shape', () => {
  const shapes: Geometry[] = [
    line(track(200_000)),
    { type: 'Polygon', coordinates: [ring(200_000, 0.4)] },
    {
      type: 'GeometryCollection',
      geometries: [line(track(100_000)), { type: 'MultiLineString', coordinates: [track(50_000), track(50_000)] }],
    },
  ];
  for (const shape of shapes) assert.ok(countPoints(simplifyGeometry(shape, 10)) < 20_000);
});
