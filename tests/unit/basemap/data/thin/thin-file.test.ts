import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry } from 'geojson';
import { publishData } from '../../../../../src/basemap/data/publish-data.ts';
import { packShapes, unpackShapes } from '../../../../../src/basemap/drawing/packed-shapes.ts';
import { dotsIn, farSource, isFarSource } from '../../../../../src/basemap/drawing/shape-file.ts';
import { buildLayer, type JoinedShape } from '../../../../../src/data/layers/build-layer.ts';
import type { LayerSpec } from '../../../../../src/data/layers/layer-spec.ts';
import { layerSpec } from '../../../../support/layer-spec.ts';

const VIEW = { key: 'v', layer: 'counted', slice: 0, highlight: [], dim: 1, filter: {} };
const ACROSS = 60;

const shape = (index: number, geometry: Geometry): JoinedShape => {
  const cells = { name: `N${index}`, people: index % 7 };
  return { id: String(index), geometry, cells, rows: [cells] };
};

/** A lattice of squares of a degree's share. */
const squares = (count: number, side: number): readonly JoinedShape[] =>
  Array.from({ length: count }, (_, index) => {
    const [x, y] = [(index % ACROSS) * side, Math.floor(index / ACROSS) * side];
    const ring = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ];
    return shape(index, { type: 'Polygon', coordinates: [ring] });
  });

/** Points on one another by fours. */
const points = (count: number): readonly JoinedShape[] =>
  Array.from({ length: count }, (_, index) =>
    shape(index, { type: 'Point', coordinates: [Math.floor(index / 4) / 50, 0] }),
  );

const AREAS = layerSpec({ scale: { kind: 'equal', classes: 4, colors: null, breaks: [], middle: 0, categories: [] } });
const DOTS: LayerSpec = { ...AREAS, show: 'points', value: null };

function published(spec: LayerSpec, shapes: readonly JoinedShape[], seeThrough: readonly string[] = []) {
  return publishData(buildLayer(spec, shapes, 'en'), [VIEW], 8, new Set(seeThrough));
}

const farNames = ({ paths, circles = {} }: { readonly paths: object; readonly circles?: object | undefined }) =>
  [...Object.keys(paths), ...Object.keys(circles)].filter(isFarSource);

test('of 2,000 shapes none is thinned, from however far', () => {
  for (const made of [published(AREAS, squares(2000, 0.001)), published(DOTS, points(2000))]) {
    assert.deepEqual(made.thinned, []);
    assert.deepEqual(farNames(made.file), []);
    assert.equal(made.file.isCrowd, undefined);
  }
});

test('of more, a file has what is left from afar beside all of them, and what shapes say is told of all', () => {
  const [few, many] = [published(AREAS, squares(2000, 0.02)), published(AREAS, squares(2400, 0.02))];
  assert.ok(many.thinned.length > 0);
  for (const { view, upTo, all, left } of many.thinned) {
    assert.equal(view, 'v');
    assert.equal(all, 2400);
    assert.ok(left <= 0.9 * all, `${left} up to zoom ${upTo}`);
    for (const [name, path] of Object.entries(many.file.paths).filter(([name]) => !isFarSource(name))) {
      const far = many.file.paths[farSource(name, upTo)];
      assert.ok(far !== undefined && far.length < path.length, name);
    }
  }
  const farther = many.thinned.map(({ left }) => left);
  assert.deepEqual(
    farther,
    farther.toSorted((a, b) => b - a),
  );
  const sources = Object.keys(many.values.owners);
  assert.ok(sources.every((source) => !isFarSource(source)));
  assert.deepEqual(sources, Object.keys(few.values.owners));
  const owned = Object.values(many.values.owners).flatMap((owners) => owners.filter((_, at) => at % 2 === 0));
  assert.equal(new Set(owned).size, 2400);
});

test('dots on one another are drawn once, unless they are seen through', () => {
  const made = published(DOTS, points(2400));
  const name = farSource('v/0', 8);
  const drawn = (made.file.circles?.[name] ?? []).flatMap(dotsIn);
  assert.equal(drawn.length, 600);
  assert.equal((made.file.circles?.['v/0'] ?? []).flatMap(dotsIn).length, 2400);
  assert.deepEqual(published(DOTS, points(2400), ['v']).thinned, []);
});

test('what is thinned comes out of a published file as it went in', async () => {
  const { file } = published(AREAS, squares(2400, 0.02));
  const packed = JSON.parse(JSON.stringify(packShapes(file)));
  assert.deepEqual(await unpackShapes(packed, async (names, work) => names.forEach(work)), file);
});
