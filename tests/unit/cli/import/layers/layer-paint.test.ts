import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paintOfGeoLibre, paintOfStyleLayer } from '../../../../../src/cli/import/layers/layer-paint.ts';

const line = (width: unknown) => paintOfStyleLayer({ type: 'line', paint: { 'line-width': width } })?.widthPx;

test('widths are those of the style; what grows as the map comes nearer has its middle', () => {
  assert.equal(line(3), 3);
  assert.equal(line(['interpolate', ['linear'], ['zoom'], 5, 1, 10, 4, 14, 9]), 4);
  assert.equal(line(['step', ['zoom'], 2, 8, 5]), 2);
  assert.equal(
    line({
      stops: [
        [5, 1],
        [9, 6],
        [12, 8],
      ],
    }),
    6,
  );
});

test('a width that nothing says, or that the data say, is not invented', () => {
  assert.equal(line(undefined), null);
  assert.equal(line(['get', 'lanes']), null);
  assert.equal(line(['match', ['get', 'kind'], 'ferry', 4, 1]), null);
  assert.equal(line('wide'), null);
});

test('dots have the radius of their circles', () => {
  const paint = paintOfStyleLayer({ type: 'circle', paint: { 'circle-radius': 7 } });
  assert.deepEqual([paint?.radiusPx, paint?.widthPx], [7, null]);
  assert.deepEqual(
    (({ widthPx, radiusPx }) => [widthPx, radiusPx])(paintOfGeoLibre({ strokeWidth: 2, circleRadius: 6 })),
    [2, 6],
  );
});
