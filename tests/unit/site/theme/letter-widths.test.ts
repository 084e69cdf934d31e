import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TownProperties } from '../../../../src/basemap/basemap.ts';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';
import { readBasemaps } from '../../../../src/site/content/read-content.ts';
import { openFont } from '../../../../src/site/theme/fonts/font-shaper.ts';
import { ARABIC_BLOCKS, charactersOf, LATIN_BLOCKS } from '../../../../src/theme/scripts.ts';
import { isArabicScript, textWidth } from '../../../../src/typography/text-metrics.ts';

const latin = await openFont(
  '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  charactersOf(LATIN_BLOCKS),
);
const arabic = await openFont(
  '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
  charactersOf(ARABIC_BLOCKS),
);

/** As a browser sets it: each script in its own face, spaces in the Latin one. */
function shapedWidth(text: string, size: number, weight: number): number {
  const runs = text.match(/[\u0600-\u06ff\u200c]+|[^\u0600-\u06ff\u200c]+/g) ?? [];
  const widths = runs.map((run) =>
    isArabicScript(run) ? arabic.width(run, { wght: weight }) : latin.width(run, { wght: weight, opsz: size }),
  );
  return (widths.reduce((sum, width) => sum + width, 0) / 1000) * size;
}

const basemaps = Object.values(await readBasemaps(join(PROJECT_ROOT, 'public', 'basemap')));
/** Letters that no face of the site holds are set in one of the device's. */
const held = new Set([...latin.characters, ...arabic.characters]);
const names = basemaps
  .flatMap(({ objects, meta }) => {
    const towns = objects.towns.geometries.map(({ properties }) => properties as TownProperties);
    return [...towns, ...meta.names].flatMap((named) => Object.values(named.names));
  })
  .filter((name) => [...name].every((character) => held.has(character)));

test('names are as wide as HarfBuzz shapes them, within 3 %', () => {
  assert.ok(names.length > 100, `${names.length} names`);
  for (const [size, weight] of [
    [13.5, 400],
    [14.5, 500],
    [20, 600],
  ] as const) {
    for (const name of names) {
      const error = textWidth(name, { size, weight, tracking: 0 }) / shapedWidth(name, size, weight) - 1;
      assert.ok(Math.abs(error) < 0.03, `${name} at ${size} px: ${(error * 100).toFixed(1)} %`);
    }
  }
});
