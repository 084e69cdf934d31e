import { layOutDots } from '../../../../src/annotations/dots/dots-layout.ts';
import type { LngLat } from '../../../../src/geo/lng-lat.ts';
import type { PathMark } from '../../../../src/marks/mark.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import {
  annotation,
  chartSetting,
  marksOf,
  placeAt,
  restContext,
  type Setting,
} from '../../../support/kind-context.ts';

/** A dot for every hundred of 235,000 people. */
export const PEOPLE = annotation({
  kind: 'dots',
  id: 'people',
  fact: 'fled',
  per: 100,
  from: 'town',
  via: ['next', 'north'],
  within: 'region',
  label: '100 people',
  body: 'A dot is a count, not a place.',
});

export const TOWN: LngLat = [36.677, 35.648];

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

export const settingFor = (width: number, height: number, zoom: number) =>
  ({
    ...chartSetting(width, height),
    rest: { center: [36.65, 35.92], zoom, pitch: 0, bearing: 0 },
    places: {
      town: placeAt('town', TOWN),
      next: placeAt('next', [36.806, 35.864]),
      north: placeAt('north', [36.72, 36.18]),
    },
    atlas: { route: () => null, area: (name: string) => (name === 'region' ? [[OUTLINE]] : null) },
  }) as const satisfies Setting;

export const SETTINGS = [settingFor(700, 760, 9.55), settingFor(350, 340, 8.6)] as const;

export const layOut = (one: typeof PEOPLE, setting: Setting) => layOutDots(one, restContext(setting), []);

/** Where the dots stand on the screen. */
export const dotsAt = (t: number, setting: Setting): readonly (readonly [number, number])[] =>
  plainMarks(marksOf(PEOPLE, t, setting))
    .filter((mark): mark is PathMark => mark.type === 'path' && !mark.key.includes('/key/'))
    .flatMap(({ d }) =>
      [...d.matchAll(/M(-?[\d.]+)[ ,](-?[\d.]+)h\.1/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );
