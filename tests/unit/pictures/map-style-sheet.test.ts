import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrastRatio } from '../../../src/basemap/contrast.ts';
import { cssVariables, PAINT_TOKENS, paletteFor } from '../../../src/basemap/themes.ts';
import { TONES } from '../../../src/marks/mark.ts';
import { groundStyleSheet, mapStyleSheet } from '../../../src/pictures/map-style-sheet.ts';
import { TEXT_ROLES, typeStyle } from '../../../src/typography/type-scale.ts';

const sheet = mapStyleSheet();

/** The body of the first rule whose whole selector this is. */
function ruleOf(selector: string): string {
  const at = sheet.split('\n').findIndex((line) => line.trim() === `${selector} {`);
  assert.ok(at >= 0, `there is a rule for ${selector}`);
  return (
    sheet
      .split('\n')
      .slice(at + 1)
      .join('\n')
      .split('}')[0] ?? ''
  );
}

test('every tone can be a fill, a stroke and a halo, in the colour of the palette', () => {
  for (const tone of TONES) {
    assert.match(ruleOf(`.f-${tone}`), new RegExp(`fill: var\\(--map-${tone}\\)`));
    assert.match(ruleOf(`.s-${tone}`), new RegExp(`stroke: var\\(--map-${tone}\\)`));
    assert.match(ruleOf(`.h-${tone}`), new RegExp(`stroke: var\\(--map-${tone}\\)`));
  }
});

test('every role of text has its size on a desktop, and elsewhere where that is another', () => {
  for (const role of TEXT_ROLES) {
    const wide = typeStyle(role, 'desktop');
    assert.match(ruleOf(`.t-${role}`), new RegExp(`font-size: ${wide.size}px;`));
    for (const sizeClass of ['phone', 'embed'] as const) {
      const { size } = typeStyle(role, sizeClass);
      if (size === wide.size) continue;
      assert.match(
        ruleOf(`.size-${sizeClass} .t-${role}`),
        new RegExp(`font-size: ${size}px;`),
        `${sizeClass} ${role}`,
      );
    }
  }
});

test('a page begins light, and every colour of the palette is said there', () => {
  const root = ruleOf(':root');
  const values = cssVariables(paletteFor('light', 'paper'));
  for (const token of PAINT_TOKENS) {
    assert.ok(root.includes(`--map-${token}: ${values[`--map-${token}`].toLowerCase()};`), token);
  }
});

test('dark is for a device that asks and for a reader who chose, and paper is never dark', () => {
  const asked = sheet.indexOf('@media screen and (prefers-color-scheme: dark)');
  const chosen = sheet.indexOf(':root[data-theme="dark"]');
  assert.ok(asked > 0 && chosen > asked);
  for (const [before] of sheet.matchAll(/@media[^{]*/g)) assert.match(before, /^@media screen/);
  assert.ok(sheet.includes(':root:not([data-theme="light"])'));
});

test('dusk and night have palettes of their own', () => {
  const paperOf = (selector: string) => /--map-paper: (#\w+)/.exec(ruleOf(selector))?.[1];
  const papers = [':root', '.mood-dusk', '.mood-night'].map(paperOf);
  assert.equal(new Set(papers).size, 3);
  assert.ok(papers.every((paper) => paper !== undefined));
});

test('what is written is what a style sheet may be: braces close, and no value is missing', () => {
  assert.equal(sheet.split('{').length, sheet.split('}').length);
  assert.doesNotMatch(sheet, /undefined|NaN|null|false/);
});

test('over a picture, dark or light, words stand on a ground of their own that they can be read on', () => {
  const over = groundStyleSheet();
  for (const tone of ['light', 'dark']) {
    const [, body = ''] = over.split(`.over-${tone}, `).map((part) => part.slice(part.indexOf('{'), part.indexOf('}')));
    const colorOf = (name: string): string => new RegExp(`--map-${name}: (#\\w+)`).exec(body)?.[1] ?? '';
    const paper = colorOf('paper');
    for (const text of ['ink', 'ink-2', 'ink-3', 'hydro', 'region', 'red'])
      assert.ok(contrastRatio(colorOf(text), paper) >= 4.5, `${text} over a ${tone} picture`);
  }
  const papers = [...over.matchAll(/--map-paper: (#\w+)/g)].map(([, color]) => color ?? '');
  assert.equal(papers.length, 2);
  assert.ok(contrastRatio(papers[0] ?? '', papers[1] ?? '') > 7);
});
