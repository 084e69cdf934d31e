import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { galleryRows } from '../../../src/components/media/gallery-rows.ts';

const LANDSCAPE = 3 / 2;
const UPRIGHT = 2 / 3;

test('pictures of a gallery fill their rows, in their order', () => {
  const shape = fc.double({ min: 0.3, max: 4, noNaN: true });
  fc.assert(
    fc.property(fc.array(shape, { minLength: 2, maxLength: 12 }), (shapes) => {
      const places = galleryRows(shapes);
      assert.equal(places.length, shapes.length);
      for (let at = 0; at < places.length; ) {
        const inRow = places[at]?.inRow ?? 0;
        const row = places.slice(at, at + inRow);
        assert.ok(row.length === inRow && row.every((place) => place.inRow === inRow));
        assert.ok(Math.abs(row.reduce((total, { share }) => total + share, 0) - 1) < 1e-9);
        // One height: width by shape is the same all along the row.
        const heights = row.map(({ share }, index) => share / (shapes[at + index] ?? 1));
        assert.ok(Math.max(...heights) - Math.min(...heights) < 1e-9);
        at += inRow;
      }
    }),
  );
});

test('an upright picture does not get a row of its own', () => {
  const rowsOf = (...shapes: readonly number[]) => galleryRows(shapes).map(({ inRow }) => inRow);
  assert.deepEqual(rowsOf(LANDSCAPE, UPRIGHT), [2, 2]);
  assert.deepEqual(rowsOf(LANDSCAPE, LANDSCAPE, UPRIGHT), [1, 2, 2]);
  assert.deepEqual(rowsOf(UPRIGHT, UPRIGHT, UPRIGHT, UPRIGHT), [4, 4, 4, 4]);
  assert.deepEqual(rowsOf(LANDSCAPE, UPRIGHT, LANDSCAPE, LANDSCAPE, UPRIGHT).at(-1), 2);
});
