import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceCiede2000 } from 'culori';
import fc from 'fast-check';
import { contrastRatio } from '../../../../src/basemap/contrast.ts';
import { PALETTE_NAMES } from '../../../../src/content/schema/theme.ts';
import { readTheme } from '../../../../src/site/content/publisher/read-theme.ts';
import { derivePalettes, nearestPassing } from '../../../../src/site/theme/colours/derive-palettes.ts';
import { faintPairs } from '../../../../src/site/theme/colours/text-grounds.ts';
import { PAINT_TOKENS } from '../../../../src/theme/tokens.ts';

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);
/** Grounds a theme would choose. */
const pale = fc
  .tuple(
    fc.integer({ min: 0xdd, max: 0xff }),
    fc.integer({ min: 0xdd, max: 0xff }),
    fc.integer({ min: 0xdd, max: 0xff }),
  )
  .map((channels) => `#${channels.map((value) => value.toString(16)).join('')}`.toUpperCase());

test('whatever the accent and the pale grounds, all that is derived can be read', () => {
  fc.assert(
    fc.property(pale, pale, pale, hex, (paper, land, water, accent) => {
      const palettes = derivePalettes({ paper, land, water, accent, ink: '#101010' });
      for (const name of PALETTE_NAMES) {
        const faint = faintPairs(name, palettes[name]).filter(({ over }) => name !== 'light' || over !== 'red');
        assert.deepEqual(faint, [], `${name} of ${paper} ${land} ${water} ${accent}`);
      }
    }),
    { numRuns: 40 },
  );
});

test('every palette has every colour, as style sheets write them', () => {
  const palettes = derivePalettes({
    paper: '#FFFFFF',
    ink: '#000000',
    accent: '#777777',
    land: '#FFFFFF',
    water: '#EEEEEE',
  });
  for (const name of PALETTE_NAMES) {
    for (const token of PAINT_TOKENS) {
      assert.match(palettes[name][token], token === 'hatch' ? /^#[0-9A-F]{8}$/ : /^#[0-9A-F]{6}$/, `${name} ${token}`);
    }
  }
});

test('of the shipped seeds come palettes that an eye takes for those drawn by hand', async () => {
  const { theme } = await readTheme('/nowhere', 'paper');
  assert.ok(theme);
  const { light } = theme.palettes;
  const derived = derivePalettes({
    paper: light.paper,
    ink: light.ink,
    accent: light.red,
    land: light.land,
    water: light.sea,
    tint: light.tint,
  });
  const difference = differenceCiede2000();
  for (const name of ['light', 'dark', 'dusk', 'night', 'print'] as const) {
    for (const token of PAINT_TOKENS) {
      const [drawn, found] = [theme.palettes[name][token], derived[name][token]].map((colour) => colour.slice(0, 7));
      assert.ok(difference(drawn ?? '', found ?? '') < 7, `${name} ${token}: ${drawn} and ${found}`);
    }
  }
});

test('what an author says is kept, and only what follows from it is made readable', () => {
  const seeds = { paper: '#FFFFFF', ink: '#222222', accent: '#B00020', land: '#F4F4F4', water: '#D5E3EA' };
  const { light, dark } = derivePalettes(seeds, { dark: { 'ink-2': '#555555' } });
  assert.equal(light.paper, '#FFFFFF');
  assert.equal(light.red, '#B00020');
  assert.equal(dark['ink-2'], '#555555');
  assert.ok(faintPairs('dark', dark).every(({ over }) => over === 'ink-2'));
});

test('the dark is dark, dusk lies between it and the day, and print is white', () => {
  const palettes = derivePalettes({
    paper: '#FFFBE6',
    ink: '#22223B',
    accent: '#0057B8',
    land: '#FFF7D6',
    water: '#BEE3F8',
  });
  const onWhite = (name: (typeof PALETTE_NAMES)[number]): number => contrastRatio(palettes[name].land, '#FFFFFF');
  assert.ok(
    onWhite('night') > onWhite('dark') && onWhite('dark') > onWhite('dusk') && onWhite('dusk') > onWhite('light'),
  );
  assert.equal(palettes.print.paper, '#FFFFFF');
  assert.equal(palettes.print.land, '#FFFFFF');
  assert.ok(contrastRatio(palettes.contrast['ink-3'], palettes.contrast.paper) > 12);
  assert.ok(contrastRatio(palettes['contrast-dark']['ink-3'], palettes['contrast-dark'].paper) > 12);
});

test('the nearest colour that passes does pass, on all grounds, and none where there is none', () => {
  const grounds = [
    ['#FFFFFF', 4.5],
    ['#CFDBDD', 4.5],
  ] as const;
  const found = nearestPassing('#8CA5AE', grounds);
  assert.ok(found !== null && grounds.every(([ground, ratio]) => contrastRatio(found, ground) >= ratio));
  assert.ok(differenceCiede2000()(found, '#8CA5AE') < 40);
  assert.equal(nearestPassing('#112233', [['#FFFFFF', 4.5]]), '#112233');
  assert.equal(
    nearestPassing('#808080', [
      ['#FFFFFF', 7],
      ['#000000', 7],
    ]),
    null,
  );
});
