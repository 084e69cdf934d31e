import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRamp } from '../../../../src/data/scales/check-ramp.ts';
import { DIVERGING_RAMPS, rampColors, SEQUENTIAL_RAMPS } from '../../../../src/data/scales/ramps.ts';

const LAND = { light: '#F7F2E7', dark: '#262420' };

for (const name of [...SEQUENTIAL_RAMPS, ...DIVERGING_RAMPS]) {
  test(`${name} is told apart in up to six classes on light and on dark land, whatever the sight`, () => {
    for (const count of [2, 3, 4, 5, 6]) assert.deepEqual(checkRamp(rampColors(name, count), LAND), [], String(count));
  });
}

test('neighbours that look alike, to all or to some, and colours of the land are told', () => {
  const causes = (colors: readonly string[]) =>
    checkRamp(
      colors.map((color) => ({ light: color, dark: color })),
      LAND,
    ).map(({ cause, theme, sight }) => `${cause} ${theme} ${sight}`.trim());
  assert.ok(causes(['#C8661F', '#C8681F']).includes('alike light'));
  assert.ok(causes(['#A05A2C', '#5E7A2E']).some((told) => /anopia$/.test(told)));
  assert.ok(causes(['#F7F2E8', '#7B2F0C']).includes('faint light'));
});
