import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Position } from 'geojson';
import { drawBasemap } from '../../../../src/basemap/drawing/basemap-drawing.ts';
import { layerVariables } from '../../../../src/basemap/drawing/layer-variables.ts';
import { basemapFeatures } from '../../../../src/basemap/features.ts';
import { mapLayers } from '../../../../src/basemap/layers/map-layers.ts';
import { mapStyle, paintUpdates } from '../../../../src/basemap/style.ts';
import { paletteFor } from '../../../../src/basemap/themes.ts';
import { backgroundToneAt } from '../../../../src/labels/section/background-tone.ts';
import { buildMapBase } from '../../../../src/labels/section/map-base.ts';
import { placedSceneMarks } from '../../../../src/labels/section/placed-scene-marks.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import { renderStaticMap } from '../../../../src/pictures/render-static-map.ts';
import { drawStory } from '../../../../src/pictures/story-drawing.ts';
import { mixLayers } from '../../../../src/story/layers.ts';
import { tintedAreas } from '../../../../src/story/shapes/tinted-areas.ts';
import type { Layers, Story, StoryData } from '../../../../src/story/story.ts';
import { tintedRegions } from '../../../../src/story/tinted-regions.ts';
import { frame, place, section, story } from '../../../support/story.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';

/** An area at sea, of an id no style sheet could take. */
const AREA = 'data/spill#Öl (1/2)';
const RING: Position[] = [
  [3.1, 40.4],
  [3.4, 40.4],
  [3.4, 40.7],
  [3.1, 40.7],
  [3.1, 40.4],
];
const HOLE: Position[] = [
  [3.2, 40.5],
  [3.2, 40.6],
  [3.3, 40.6],
  [3.3, 40.5],
  [3.2, 40.5],
];
const spill: StoryData = {
  features: [{ id: 'Öl (1/2)', geometry: { type: 'Polygon', coordinates: [RING, HOLE] } }],
  source: '',
  licence: '',
  schematic: false,
  untranslated: [],
};
const layersOf = (emphasis: Layers['emphasis']): Layers => ({
  emphasis,
  tints: [{ region: AREA, tone: 'subject', opacity: 0.8 }],
  wash: 0,
});
const seen = frame({ bounds: [3, 40.3, 3.5, 40.8] });
const TOLD: Story = {
  ...story(
    [section(0, { frame: seen, layers: layersOf({}) }), section(1, { frame: seen, layers: layersOf({ map: 0 }) })],
    [place('town', 1.3, 40.8, 2)],
  ),
  homeCountry: 'HOM',
  bounds: [0, 40, 4, 42],
  data: { spill },
};
const regions = tintedRegions(TOLD);
const areas = tintedAreas(TOLD);

test('MapLibre has a source with the area in it and fills it, over all land', () => {
  const layers = mapLayers(regions);
  const sources = basemapFeatures(tinyBasemap, 'HOM', regions, areas);
  const paints = paintUpdates(layers, layersOf({}), paletteFor('light', 'paper'), 9);
  const style = mapStyle(layers, sources, paints);
  const [fill] = style.layers.filter(({ id }) => id === `tint-${AREA}`);
  assert.ok(fill?.type === 'fill');
  const source = style.sources[fill.source];
  assert.ok(source?.type === 'geojson' && typeof source.data === 'object' && source.data.type === 'FeatureCollection');
  assert.deepEqual(source.data.features[0]?.geometry, { type: 'MultiPolygon', coordinates: [[RING, HOLE]] });
  assert.equal(paints[fill.id]?.['fill-opacity'], 0.8);
  const order = style.layers.map(({ id }) => id);
  assert.ok(order.indexOf(fill.id) > order.indexOf('land-abroad'));
});

test('the drawing has the area as a path with hard edges, and the scene’s variables reach it', () => {
  const { defs } = drawBasemap(tinyBasemap, 'HOM', { regions, areas, detail: [0, 40, 4, 42] });
  const used = [...defs.matchAll(/<use href="#([\w-]+)" style="([^"]*)"\/>/g)].find(([, , style]) =>
    style?.includes('--o-tint-'),
  );
  assert.ok(used, 'the tint is drawn');
  const [, id = '', style = ''] = used;
  const path = new RegExp(`<path id="${id}" d="([^"]+)"/>`).exec(defs)?.[1] ?? '';
  assert.equal(path.match(/m/g)?.length, 2, 'the outline and its hole');
  const variable = /;opacity:var\((--[\w-]+),0\)/.exec(style)?.[1] ?? '';
  assert.equal(layerVariables(layersOf({}), 9)[variable], '0.8');
});

test('an area smaller than any speck of the basemap is drawn', () => {
  const tiny = [[RING.slice(0, 4).map(([x = 0, y = 0]) => [3 + (x - 3) / 1000, 40 + (y - 40) / 1000] as const)]];
  const { defs } = drawBasemap(tinyBasemap, 'HOM', { regions, areas: { [AREA]: tiny }, detail: [0, 40, 4, 42] });
  const path = /<path id="bm-region-data[^"]*" d="([^"]*)"/.exec(defs)?.[1];
  assert.ok(path && path.length > 10);
});

const { sceneMarks, timeline, grid } = drawStory(tinyBasemap, TOLD);
const figure = (index: number): string => {
  const [one] = TOLD.sections.slice(index, index + 1);
  assert.ok(one);
  return renderStaticMap({ timeline, sceneMarks, grid, section: one, dir: 'ltr' });
};

test('static maps show it: as a tint of the ground, and on bare paper by itself', () => {
  assert.match(figure(0), /--o-tint-data[\w-]+:0\.8/);
  assert.doesNotMatch(figure(0), /<path class="f-tint"/);
  assert.match(figure(1), /--o-blank:1/);
  assert.match(figure(1), /<path[^>]*class="f-tint[^>]*fill-opacity="0?\.8"/);
});

test('between a whole map and bare paper the area is never weaker than the weaker of both', () => {
  const base = buildMapBase(tinyBasemap, TOLD);
  const marks = placedSceneMarks(timeline, base);
  const viewport = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
  for (const t of [0.25, 0.5, 0.75]) {
    const layers = mixLayers(layersOf({}), layersOf({ map: 0 }), t);
    const { camera } = timeline.stop(0, viewport);
    const scene = { progress: 0, section: { id: 'a', index: 0 }, sectionProgress: 0, camera, layers };
    const rest = {
      moods: { paper: 1, dusk: 0, night: 0 },
      annotations: [],
      labels: [],
      paints: [],
      backdrops: [],
      scrim: 0,
      middle: [720, 450] as const,
      stageHeightPx: 900,
    };
    const found = plainMarks(marks({ ...scene, ...rest }, viewport)).find(
      (mark) => mark.type === 'path' && mark.fill === 'tint',
    );
    assert.ok(found?.type === 'path');
    const over = found.fillOpacity ?? 1;
    const strength = over + (1 - over) * (1 - t) * 0.8;
    assert.ok(strength >= 0.6 && strength <= 0.85, `${strength} at ${t}`);
  }
});

test('names stand on the colour of the area, at sea too, and in its hole on the sea', () => {
  const { land, atlas } = buildMapBase(tinyBasemap, TOLD);
  const toneAt = (lngLat: readonly [number, number]) => backgroundToneAt(lngLat, layersOf({}), land, atlas);
  assert.deepEqual([toneAt([3.15, 40.45]), toneAt([3.25, 40.55])], ['tint', toneAt([3.45, 40.75])]);
});
