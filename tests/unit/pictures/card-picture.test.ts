import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawBasemap } from '../../../src/basemap/drawing/basemap-drawing.ts';
import { cssVariables, paletteFor } from '../../../src/basemap/themes.ts';
import { buildMapBase } from '../../../src/labels/section/map-base.ts';
import { placedSceneMarks } from '../../../src/labels/section/placed-scene-marks.ts';
import { renderCardPicture } from '../../../src/pictures/card-picture.ts';
import { mapStyleSheet } from '../../../src/pictures/map-style-sheet.ts';
import { renderStaticMap } from '../../../src/pictures/render-static-map.ts';
import type { Section, Story } from '../../../src/story/story.ts';
import { buildTimeline } from '../../../src/story/timeline.ts';
import { frame, place, section, story } from '../../support/story.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';
import { xmlFault } from '../../support/well-formed.ts';

const drawing = drawBasemap(tinyBasemap, 'HOM', { regions: ['HO.ME'], detail: [0, 40, 4, 42] });

function cardOf(roads: number): { readonly map: string; readonly card: string } {
  const layers: Section['layers'] = { emphasis: { roads }, tints: [], wash: 0 };
  const only = section(0, { frame: frame({ bounds: [0.2, 40.2, 1.8, 41.8] }), layers });
  const tiny: Story = { ...story([only], [place('town', 1.3, 40.8)]), homeCountry: 'HOM', bounds: [0, 40, 4, 42] };
  const timeline = buildTimeline(tiny);
  const sceneMarks = placedSceneMarks(timeline, buildMapBase(tinyBasemap, tiny));
  const map = renderStaticMap({ ...drawing, timeline, sceneMarks, section: only, dir: 'ltr' });
  const palette = cssVariables(paletteFor('light', 'paper'));
  return {
    map,
    card: renderCardPicture({ map, defs: drawing.defs, styleSheet: mapStyleSheet(), palette, words: null }),
  };
}

test('a picture by itself has neither words nor the plates of road numbers, however faint the roads are', () => {
  for (const roads of [1, 0.35]) {
    const { map, card } = cardOf(roads);
    assert.match(map, /<rect[^>]* rx="3"/);
    assert.doesNotMatch(card, /<text|<rect[^>]* rx=/);
    assert.equal(xmlFault(card), null);
  }
});
