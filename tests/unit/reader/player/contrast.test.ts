import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAINT_TOKENS } from '../../../../src/basemap/themes.ts';
import { contrastStyleSheet } from '../../../../src/reader/player/contrast.ts';
import { faintPairs } from '../../../../src/site/theme/colours/text-grounds.ts';
import { CONTRAST, CONTRAST_DARK } from '../../../../src/theme/contrast-palettes.ts';

const sheet = contrastStyleSheet();

test('more contrast is for the screen, in light and dark, and dark is said for every way to ask for it', () => {
  assert.match(sheet, /^@media screen\{:root\{/);
  assert.equal(sheet.split('{').length, sheet.split('}').length);
  for (const token of PAINT_TOKENS) assert.equal(sheet.split(`--map-${token}:`).length - 1, 3, token);
  assert.ok(sheet.includes('@media (prefers-color-scheme:dark){:root:not([data-theme="light"])'));
  assert.ok(sheet.includes(':root[data-theme="dark"],.mood-dusk,.mood-night,'));
  for (const name of ['paper', 'ink', 'ink-2', 'ink-3', 'red', 'rule', 'quiet'])
    assert.ok(sheet.includes(`;--${name}:#`));
});

test('text has more contrast there than it has to have', () => {
  assert.deepEqual(faintPairs('contrast', CONTRAST), []);
  assert.deepEqual(faintPairs('contrast-dark', CONTRAST_DARK), []);
  assert.equal(CONTRAST.ink, '#000000');
  assert.equal(CONTRAST_DARK.ink, '#FFFFFF');
});
