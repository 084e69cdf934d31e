import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrastRatio } from '../../../src/basemap/contrast.ts';
import { mixColors } from '../../../src/basemap/mix-colors.ts';
import { paletteFor } from '../../../src/basemap/themes.ts';
import { intersects, isWithin } from '../../../src/geo/boxes.ts';
import { nearestShare, pointAt } from '../../../src/geo/lines/along-line.ts';
import { type PlacedShield, placeShield, shieldMarks } from '../../../src/labels/road-shields.ts';
import { cameras, collisionsIn, markOf, ROAD, restContext, type Setting } from '../../support/kind-context.ts';

const M5 = { ref: 'M5', line: ROAD, strength: 1 };

const shieldsOf = (road: typeof M5, setting: Setting = {}): readonly PlacedShield[] => {
  const placed = placeShield(road, restContext(setting), collisionsIn(setting));
  return placed === null ? [] : [placed];
};

test('a shield stands on its road, in the free box, clear of what is taken', () => {
  fc.assert(
    fc.property(cameras, (rest) => {
      const taken = [{ left: 500, top: 100, right: 700, bottom: 500 }];
      const context = restContext({ rest });
      for (const { box, lngLat } of shieldsOf(M5, { rest, taken })) {
        assert.ok(isWithin(box, context.freeBox) && !taken.some((other) => intersects(box, other)));
        const [x, y] = context.projection.project(lngLat);
        const [roadX, roadY] = context.projection.project(pointAt(ROAD, nearestShare(ROAD, lngLat)));
        assert.ok(Math.hypot(x - roadX, y - roadY) < 0.1);
      }
    }),
  );
});

test('a shield is 19 high with its number in paper on red, and always Latin', () => {
  const setting = { locale: 'ar' };
  const marks = shieldMarks(shieldsOf(M5, setting), restContext(setting).projection);
  const plate = markOf(marks, 'rect', 'shield:M5:plate');
  assert.equal(plate.height, 19);
  assert.equal(plate.fill, 'red');
  assert.deepEqual(
    [markOf(marks, 'text', 'shield:M5:text').tone, markOf(marks, 'text', 'shield:M5:text').lang],
    ['paper', 'en'],
  );
});

test('the plate is as faint as its road, and its number can be read on it at any strength', () => {
  const palettes = (['light', 'dark'] as const).flatMap((theme) =>
    (['paper', 'dusk', 'night'] as const).map((mood) => paletteFor(theme, mood)),
  );
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.constantFrom(...palettes), (strength, palette) => {
      const marks = shieldMarks(shieldsOf({ ...M5, strength }), restContext().projection);
      assert.equal(markOf(marks, 'rect', 'shield:M5:plate').opacity, strength);
      const { tone } = markOf(marks, 'text', 'shield:M5:text');
      const plate = mixColors([
        [palette.red, strength],
        [palette.tint, 1 - strength],
      ]);
      assert.ok(tone === 'paper' || tone === 'ink' || tone === 'ink-2');
      assert.ok(contrastRatio(palette[tone], plate) >= 3, `${tone} at ${strength}`);
    }),
  );
});

test('a road out of sight has no shield', () => {
  const rest = { center: [40, 34] as const, zoom: 10, pitch: 0, bearing: 0 };
  assert.deepEqual(shieldsOf(M5, { rest }), []);
});
