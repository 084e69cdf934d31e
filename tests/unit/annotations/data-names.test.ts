import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeAnnotation } from '../../../src/annotations/placing.ts';
import { containsPoint, grow, intersects } from '../../../src/geo/boxes.ts';
import { Collisions } from '../../../src/labels/collisions.ts';
import { plainMarks } from '../../../src/marks/plain-marks.ts';
import { renderMarks } from '../../../src/marks/render-marks.ts';
import { type KindOf, marksOf, REST, restContext, viewOf } from '../../support/kind-context.ts';

type Names = KindOf<'data-names'>;

const made = (names: Names['names'], count = 1): Names => ({
  kind: 'data-names',
  id: 'names-gauges',
  space: 'map',
  draw: [0, 1],
  names,
  count,
});
const [lng, lat] = REST.center;
const sign = (text: string, east: number, north: number, slices = [0]) => {
  return { text, at: [lng + east, lat + north] as [number, number], half: 8, above: 8, below: 8, slices };
};
const wordsOf = (annotation: Names, t: number): readonly string[] =>
  plainMarks(marksOf(annotation, t)).flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));

test('names stand clear of one another, of all signs and of what holds room already, the highest first', () => {
  const spots = fc.array(
    fc.tuple(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: -0.2, max: 0.2, noNaN: true })),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(spots, (all) => {
      const annotation = made(all.map(([east, north], index) => sign(`Gauge ${index}`, east, north)));
      const { projection, freeBox } = restContext();
      const held = { left: 0, right: 600, top: 0, bottom: 300 };
      const placed = placeAnnotation(annotation, restContext(), Collisions.of([held]));
      const signs = annotation.names.flatMap(({ at }) => {
        const [x, y] = projection.project(at);
        return containsPoint(freeBox, [x, y]) ? [{ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }] : [];
      });
      const boxes = placed?.boxes ?? [];
      const texts = boxes.slice(0, boxes.length - signs.length);
      for (const [index, box] of texts.entries()) {
        for (const other of [held, ...signs, ...texts.slice(index + 1)])
          assert.ok(!intersects(grow(box, -0.01), other));
      }
      assert.deepEqual(boxes.slice(texts.length), signs);
    }),
    { numRuns: 40 },
  );
  assert.deepEqual(wordsOf(made([sign('First', 0, 0)]), 1), ['First']);
});

test('with time each slice shows its own names, the same backwards', () => {
  const annotation = made([sign('Both', -0.2, 0.1, [0, 1]), sign('Then', 0.2, 0, [0]), sign('Now', 0, -0.1, [1])], 2);
  for (const t of [0.1, 0.4, 0.6, 1, 0.6, 0.1]) {
    assert.deepEqual(wordsOf(annotation, t), t < 0.5 ? ['Both', 'Then'] : ['Both', 'Now'], String(t));
  }
});

test('a name stays beside its place as the camera moves', () => {
  const annotation = made([sign('First', 0.05, 0.02)]);
  const camera = { ...REST, zoom: REST.zoom + 1 };
  const at = viewOf({ camera }).projection.project([lng + 0.05, lat + 0.02]);
  const [group] = marksOf(annotation, 1, { camera });
  assert.ok(group?.type === 'anchored' && Math.hypot(group.x - at[0], group.y - at[1]) < 1e-6);
});

test('a name from a table is text, whatever markup its cell holds', () => {
  const drawn = renderMarks(marksOf(made([sign('<img src=x onerror=alert(1)>', 0, 0)]), 1));
  assert.ok(drawn.includes('&lt;img src=x') && !drawn.includes('<img'), drawn);
});
