import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRamp } from '../../../../src/data/scales/check-ramp.ts';
import { colorsBetween } from '../../../../src/data/scales/colors-between.ts';
import { rampColors } from '../../../../src/data/scales/ramps.ts';
import { rampFrom } from '../../../../src/site/theme/colours/data-ramps.ts';
import { renderRamps } from '../../../../src/site/theme/render-modules.ts';
import { DARK, LIGHT } from '../../../../src/theme/palettes.ts';

const LAND = { light: LIGHT.land, dark: DARK.land };

test('a ramp from one colour has its hue, grows towards the ink by day and towards the light by night', () => {
  const { light, dark } = rampFrom('#0057B8');
  const blue = (hex: string): number => Number.parseInt(hex.slice(5, 7), 16) - Number.parseInt(hex.slice(1, 3), 16);
  assert.ok(
    [...light, ...dark].every((hex) => blue(hex) > 10),
    `${light} ${dark}`,
  );
  const grey = (hex: string): number => Number.parseInt(hex.slice(3, 5), 16);
  assert.deepEqual(
    light,
    light.toSorted((a, b) => grey(b) - grey(a)),
  );
  assert.deepEqual(
    dark,
    dark.toSorted((a, b) => grey(a) - grey(b)),
  );
});

test('ramps of colours from all round the circle can be told apart and from the land, with any sight', () => {
  for (const seed of ['#0057B8', '#B4232A', '#1E7B4F', '#6A3FA0', '#808080', '#E3A008', '#00807A']) {
    assert.deepEqual(checkRamp(colorsBetween(rampFrom(seed), 5), LAND), [], seed);
  }
});

test('a theme’s ramps are a module of its pages', async () => {
  const ramps = { ours: rampFrom('#0057B8') };
  const { THEME_RAMPS } = (await import(`data:text/javascript,${encodeURIComponent(renderRamps(ramps))}`)) as {
    readonly THEME_RAMPS: unknown;
  };
  assert.deepEqual(THEME_RAMPS, ramps);
  assert.deepEqual(rampColors('unknown', 2), rampColors('oranges', 2));
});
