import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LngLat, LngLatBounds } from '../../../../../src/geo/lng-lat.ts';
import { buildMapBase } from '../../../../../src/labels/section/map-base.ts';
import { labelInput } from '../../../../../src/labels/section/names/section-labels.ts';
import { NO_NAMES } from '../../../../../src/labels/section/names/section-names.ts';
import { sectionContext } from '../../../../../src/labels/section/section-context.ts';
import type { Viewport } from '../../../../../src/story/scene.ts';
import { buildTimeline } from '../../../../../src/story/timeline.ts';
import { frame, place, section, story } from '../../../../support/story.ts';
import { tinyBasemap } from '../../../../support/tiny-basemap.ts';

const VIEWPORT: Viewport = { width: 1440, height: 900, dir: 'ltr', embed: false };
const OWN = 'own';

/** Which towns of a map with such bounds may be named; those of the map lie so far from its eastern edge. */
function named(
  bounds: LngLatBounds,
  zoom: number,
  townsAt: (degreesPerPixel: number) => Readonly<Record<string, number>>,
) {
  const [, south, east, north] = bounds;
  const lat = (south + north) / 2;
  const told = {
    ...story([section(0, { frame: frame({ center: [east, lat], zoom }) })], [place(OWN, east, lat)]),
    bounds,
  };
  const base = { ...buildMapBase(tinyBasemap, told), bounds };
  const stop = buildTimeline(told).stop(0, VIEWPORT);
  const context = sectionContext(told, base, stop, VIEWPORT);
  const degreesPerPixel = context.projection.metresPerPixel / (111_195 * Math.cos((lat * Math.PI) / 180));
  const at = (id: string, away: number) => ({
    id,
    lngLat: [east - away, lat] as LngLat,
    names: { en: id },
    rank: 1 as const,
  });
  const towns = Object.entries(townsAt(degreesPerPixel)).map(([id, away]) => at(id, away));
  const input = labelInput(told, { ...base, towns: [...towns, at(OWN, 0)] }, NO_NAMES, stop, VIEWPORT, context);
  return input.towns.map(({ id }) => id);
}

test('towns of the map keep 40 pixels from its edge, near or far; the story’s own places do not', () => {
  for (const zoom of [7, 9, 12]) {
    const wide: LngLatBounds = [-60, 30, 30, 68];
    assert.deepEqual(
      named(wide, zoom, (pixel) => ({ within: 38 * pixel, beyond: 42 * pixel })),
      ['beyond', OWN],
      `zoom ${zoom}`,
    );
  }
});

test('on a map that is small on the screen no more than a twentieth of it is kept clear', () => {
  const small: LngLatBounds = [0.9, 40.9, 1.1, 41.1];
  assert.deepEqual(
    named(small, 8, () => ({ within: 0.009, beyond: 0.011 })),
    ['beyond', OWN],
  );
});
