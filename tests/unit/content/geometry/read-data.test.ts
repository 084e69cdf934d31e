import assert from 'node:assert/strict';
import { test } from 'node:test';
import { polygonArea } from 'd3';
import { hatchPieces } from '../../../../src/annotations/area/hatch.ts';
import type { RawStory } from '../../../../src/content/files/raw.ts';
import { storyFiles } from '../../../../src/content/files/story-files.ts';
import { checkData } from '../../../../src/content/lint/rules/check-data.ts';
import { checkPoints } from '../../../../src/content/lint/rules/check-points.ts';
import { parseData } from '../../../../src/content/schema/data.ts';
import { piecesOf, polygonsOf } from '../../../../src/story/shapes/geometry-parts.ts';

type Ring = [number, number][];

const SQUARE: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];
const HOLE: Ring = [
  [4, 4],
  [6, 4],
  [6, 6],
  [4, 6],
  [4, 4],
];

const feature = (geometry: unknown, more: object = {}) => ({ type: 'Feature', properties: {}, geometry, ...more });
const collection = (features: readonly unknown[], more: object = {}) => ({
  type: 'FeatureCollection',
  source: 'A test',
  licence: 'CC0 1.0',
  features,
  ...more,
});
const line = (...coordinates: readonly (readonly number[])[]) => ({ type: 'LineString', coordinates });

function read(geometry: unknown) {
  const [found] = parseData(collection([feature(geometry)])).features;
  assert.ok(found);
  return found.geometry;
}

function problemsOf(data: object) {
  const story = { path: 'story.yaml', data: { bounds: [0, 0, 20, 20] }, body: '', bodyLine: 1, lines: {}, fault: null };
  const file = { ...story, path: 'data/way.geojson', data };
  const raw: RawStory = { slug: 'a', folder: 'content/stories/a', files: [story, file] };
  return [...checkData(storyFiles(raw)), ...checkPoints(storyFiles(raw))].map(
    ({ name, message, hint, severity, field }) => ({
      name,
      severity,
      text: `${field} ${message} ${hint}`,
    }),
  );
}

const isCounterClockwise = (ring: readonly (readonly number[])[]) => polygonArea(ring as Ring) < 0;

test('rings are turned as RFC 7946 has them, however they were written', () => {
  for (const outer of [SQUARE, SQUARE.toReversed()]) {
    for (const hole of [HOLE, HOLE.toReversed()]) {
      const [rings = []] = polygonsOf(read({ type: 'Polygon', coordinates: [outer, hole] }));
      assert.deepEqual(rings.map(isCounterClockwise), [true, false]);
    }
  }
});

test('a ring no wider than a step far from Greenwich keeps its turn', () => {
  const tiny = SQUARE.map(([x, y]) => [174.7 + x * 1e-6, -41.3 + y * 1e-6]);
  for (const ring of [tiny, tiny.toReversed()]) {
    const [[found = []] = []] = polygonsOf(read({ type: 'Polygon', coordinates: [ring] }));
    assert.deepEqual(found, tiny);
  }
});

test('a hatch is as whole as the fill beside it where two polygons of one area overlap', () => {
  const at = (dx: number): Ring => SQUARE.map(([x, y]) => [x * 20 + dx, y * 20]);
  const overlap = hatchPieces([at(0), at(100)], 4).filter(
    ({ from, to }) => (from[0] + to[0]) / 2 > 120 && (from[0] + to[0]) / 2 < 180,
  );
  assert.ok(overlap.length > 0);
});

test('pieces that meet are one line, in whatever order and direction; those that do not keep their gap', () => {
  const pieces = [
    [
      [2, 2],
      [1, 1],
    ],
    [
      [2, 2],
      [3, 3],
    ],
    [
      [8, 8],
      [9, 9],
    ],
  ];
  assert.deepEqual(piecesOf(read({ type: 'MultiLineString', coordinates: pieces })), [
    [
      [3, 3],
      [2, 2],
      [1, 1],
    ],
    [
      [8, 8],
      [9, 9],
    ],
  ]);
});

test('ten thousand pieces of one way are joined', () => {
  const pieces = Array.from({ length: 10_000 }, (_, at) => [
    [at / 1000, 0],
    [(at + 1) / 1000, 0],
  ]);
  const found = piecesOf(read({ type: 'MultiLineString', coordinates: pieces.toReversed() }));
  assert.deepEqual(
    found?.map(({ length }) => length),
    [10_001],
  );
});

test('a collection is taken apart: its lines are a route, its polygons an area', () => {
  const inner = { type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [SQUARE] }] };
  const geometry = read({
    type: 'GeometryCollection',
    geometries: [line([1, 1], [2, 2]), { type: 'Point', coordinates: [1, 1] }, inner],
  });
  assert.deepEqual(piecesOf(geometry), [
    [
      [1, 1],
      [2, 2],
    ],
  ]);
  assert.deepEqual(polygonsOf(geometry), [[SQUARE]]);
});

test('features are called by the property the file names, else by their id, else by their number', () => {
  const shape = line([1, 1], [2, 2]);
  const features = [
    feature(shape, { id: 'north', properties: { NAME: 'Nord' } }),
    feature(shape, { properties: { NAME: 7 } }),
  ];
  const ids = (more?: object) => parseData(collection(features, more)).features.map(({ id }) => id);
  assert.deepEqual(ids(), ['north', '2']);
  assert.deepEqual(ids({ id: 'NAME' }), ['Nord', '7']);
  const [problem] = problemsOf(collection(features, { id: 'nmae' }));
  assert.equal(problem?.severity, 'error');
  assert.match(
    problem?.text ?? '',
    /no property `nmae`.*at 2 places: feature 1 \(`Nord`\)|no property `nmae`.*at 2 places/,
  );
});

test('what cannot be drawn is left out and told, and all else is drawn', () => {
  const empties = [
    feature(null),
    { type: 'Feature', properties: {} },
    feature({ type: 'MultiPolygon', coordinates: [] }),
  ];
  const data = collection([...empties, feature(line([1, 1], [2, 2]), { id: 'way' }), feature(line([3, 3], [3, 3]))]);
  assert.deepEqual(
    parseData(data).features.map(({ id }) => id),
    ['way'],
  );
  const [empty, still, ...others] = problemsOf(data);
  assert.deepEqual(others, []);
  assert.equal(empty?.name, 'EmptyGeometry');
  assert.match(empty?.text ?? '', /at 3 places: feature 1, feature 2, feature 3\)/);
  assert.equal(still?.name, 'ShapeWithoutSize');
  assert.ok([empty, still].every((problem) => problem?.severity === 'warning'));
});

test('an outline that does not end where it begins is closed and told', () => {
  const data = collection([feature({ type: 'Polygon', coordinates: [SQUARE.slice(0, -1)] }, { id: 'bay' })]);
  const [found] = parseData(data).features;
  assert.deepEqual(found && polygonsOf(found.geometry), [[SQUARE]]);
  assert.deepEqual(
    problemsOf(data).map(({ name }) => name),
    ['OpenRing'],
  );
});

test('one message for each cause, with how often and the first three places', () => {
  const broken = [
    ...Array.from({ length: 500 }, () => feature({ type: 'Line', coordinates: [] })),
    ...Array.from({ length: 40 }, () => feature(line([30, 30], [31, 31]))),
    ...Array.from({ length: 9 }, () => feature(line([1, 1], [2, 2]), { id: 'same' })),
  ];
  const problems = problemsOf(collection(broken));
  assert.deepEqual(
    problems.map(({ name }) => name),
    ['MalformedGeoJson', 'DuplicateFeatureId', 'PointOutsideBounds'],
  );
  const [malformed, repeated, outside] = problems.map(({ text }) => text);
  assert.match(malformed ?? '', /at 500 places: feature 1, feature 2, feature 3 and 497 more/);
  assert.match(repeated ?? '', /`same`.*at 8 places: feature 542 \(`same`\)/);
  assert.match(
    outside ?? '',
    /^features\.500\.geometry is 30°N.*at 40 places: feature 501, feature 502, feature 503 and 37 more/,
  );
});

test('coordinates in metres are told as such, not as swapped', () => {
  const utm = [
    feature(line([500_000, 4_649_776], [501_200, 4_650_000])),
    feature({ type: 'Point', coordinates: [499_000, 4_649_000] }),
  ];
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32637' } };
  const problems = problemsOf(collection(utm, { crs }));
  assert.deepEqual(
    problems.map(({ name }) => name),
    ['ProjectedCoordinates'],
  );
  assert.match(problems[0]?.text ?? '', /EPSG::32637.*at 2 places.*reproject.*EPSG:4326/is);
});

test('heights are dropped, and points that repeat the one before', () => {
  assert.deepEqual(read(line([1, 1, 200], [1, 1, 210], [2, 2, 220])), line([1, 1], [2, 2]));
});

test('a ring that goes there and back has no area, and is not open', () => {
  const folded = {
    type: 'Polygon',
    coordinates: [
      [
        [1, 1],
        [2, 2],
        [1, 1],
        [1, 1],
      ],
    ],
  };
  const { notes } = parseData(collection([feature(folded), feature({ type: 'Polygon', coordinates: [HOLE] })]));
  assert.deepEqual(
    [...notes.keys()].filter((note) => note !== 'empty'),
    ['no-size'],
  );
});
