import { drawDots } from '../../../src/annotations/dots/dots.ts';
import type { LngLat } from '../../../src/geo/lng-lat.ts';
import { createProjection } from '../../../src/geo/mercator.ts';
import type { MarkContext, PathMark } from '../../../src/marks/mark.ts';
import { plainMarks } from '../../../src/marks/plain-marks.ts';
import type { DotsAnnotation, Place } from '../../../src/story/story.ts';
import { contextOf } from '../charts/chart-context.ts';

/** A dot for every hundred of 235,000 people. */
export const annotation: DotsAnnotation = {
  kind: 'dots',
  id: 'people',
  draw: [0, 1],
  fact: 'fled',
  per: 100,
  from: 'town',
  via: ['next', 'north'],
  within: 'region',
  reachKm: null,
  label: '100 people',
  body: 'A dot is a count, not a place.',
};

export const TOWN: LngLat = [36.677, 35.648];

export const placeAt = (id: string, lngLat: LngLat): Place => ({
  id,
  lngLat,
  names: { en: id },
  rank: 2,
  source: '',
  uncertaintyMetres: 0,
});

/** A region with a notch in its eastern side, so that its outline matters. */
export const OUTLINE: readonly LngLat[] = [
  [36.1, 35.3],
  [36.1, 36.3],
  [36.75, 36.35],
  [36.7, 36.15],
  [37.0, 35.95],
  [37.1, 35.4],
  [36.1, 35.3],
];

export function contextFor(width: number, height: number, zoom: number): MarkContext {
  const projection = createProjection({ center: [36.65, 35.92], zoom, pitch: 0, bearing: 0 }, width + 40, height + 40);
  return contextOf(width, height, {
    projection,
    restProjection: projection,
    places: {
      town: placeAt('town', TOWN),
      next: placeAt('next', [36.806, 35.864]),
      north: placeAt('north', [36.72, 36.18]),
    },
    atlas: { route: () => null, area: (name) => (name === 'region' ? [[OUTLINE]] : null) },
  });
}

export const CONTEXTS = [contextFor(700, 760, 9.55), contextFor(350, 340, 8.6)] as const;

/** Where the dots stand on the screen. */
export const dotsAt = (t: number, context: MarkContext): readonly (readonly [number, number])[] =>
  plainMarks(drawDots(annotation, t, context).marks)
    .filter((mark): mark is PathMark => mark.type === 'path' && !mark.key.includes('/key/'))
    .flatMap(({ d }) =>
      [...d.matchAll(/M(-?[\d.]+)[ ,](-?[\d.]+)h\.1/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );
