import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTheme } from '../../../../src/site/content/publisher/read-theme.ts';
import type { SiteTheme } from '../../../../src/site/theme/define-theme.ts';
import { fallbackRule } from '../../../../src/site/theme/fonts/fallback-fonts.ts';
import { uprightFiles } from '../../../../src/site/theme/fonts/font-files.ts';
import { fontStyleSheet } from '../../../../src/site/theme/fonts/font-style-sheet.ts';
import { openFace } from '../../../../src/site/theme/fonts/open-face.ts';
import { ownRoles } from '../../../../src/site/theme/fonts/own-roles.ts';
import { letterWidthsModule } from '../../../../src/site/theme/letters/letter-widths.ts';
import { renderOutlineFaces, renderOwnFonts } from '../../../../src/site/theme/render-modules.ts';

async function shipped(name: string): Promise<SiteTheme> {
  const { theme, problems } = await readTheme('/nowhere', name);
  assert.ok(theme, JSON.stringify(problems));
  return theme;
}

const wire = await shipped('wire');

test('a face of several scripts measures the letters of each, from the file that holds them', async () => {
  const letters = await openFace(wire.type.faces.names.filter(({ script }) => script !== 'arab').flatMap(uprightFiles));
  for (const letter of 'ağЖщΩλ') {
    assert.ok(letters.characters.includes(letter), letter);
    assert.ok(letters.width(letter) > 200, letter);
  }
  assert.ok(letters.width('Щ', { wght: 700 }) > letters.width('Щ', { wght: 400 }));
});

test('the table of letter widths has what the theme has letters for', async () => {
  const module = await letterWidthsModule(wire.type.faces.names);
  for (const letter of ['Ж', 'Ω', 'ŋ', 'ب']) assert.ok(module.includes(letter), letter);
  assert.doesNotMatch(module, /NaN|undefined|Infinity/);
});

test('a font of the device is made as wide and as high as the theme’s own', async () => {
  const [face] = wire.type.faces.text;
  assert.ok(face);
  const rule = await fallbackRule(face);
  assert.match(rule, /font-family: "Like Commissioner"/);
  assert.match(rule, /local\("Arial"\)/);
  const adjust = Number(/size-adjust: ([\d.]+)%/.exec(rule)?.[1]);
  assert.ok(adjust > 90 && adjust < 120, rule);
});

test('the shipped face has the fallbacks of the base style sheet, and the measure of others comes near theirs', async () => {
  const paper = await shipped('paper');
  assert.equal(await fontStyleSheet(paper), '');
  const [face] = paper.type.faces.text;
  assert.ok(face);
  const rule = await fallbackRule({ ...face, family: 'Another name' });
  const adjust = Number(/size-adjust: ([\d.]+)%/.exec(rule)?.[1]);
  assert.ok(Math.abs(adjust - 100.5) < 4, rule);
});

test('a role in another family is a font of its own, and what is set in it is said', async () => {
  const paper = await shipped('paper');
  const faces = { ...wire.type.faces, display: paper.type.faces.text, figures: paper.type.faces.text };
  assert.deepEqual(ownRoles(wire.type.faces), []);
  assert.deepEqual(ownRoles(faces), ['display', 'figures']);
  assert.match(renderOwnFonts(faces), /'--font-display', '--font-figures'/);
  const sheet = await fontStyleSheet({ ...wire, type: { ...wire.type, faces } });
  assert.match(
    sheet,
    /:root :is\(h1, h2, \.quote p\) \{\n {2}font-family: var\(--font-arabic\), var\(--font-display\)/,
  );
});

test('pictures of shared links are set in the theme’s titles', () => {
  const module = renderOutlineFaces(wire.type.faces.display);
  assert.match(module, /commissioner-cyrillic-wght-normal\.woff2', script: 'cyrl'/);
  assert.match(module, /noto-sans-arabic-arabic-wght-normal\.woff2', script: 'arab'/);
});
