import fc from 'fast-check';
import type { Camera, LngLat } from '../../../src/geo/lng-lat.ts';
import { createProjection } from '../../../src/geo/mercator.ts';
import type { Mark, MarkContext, PlainMark, TextMark } from '../../../src/marks/mark.ts';
import { plainMarks } from '../../../src/marks/plain-marks.ts';
import type { Atlas } from '../../../src/story/atlas.ts';
import type { SizeClass } from '../../../src/story/layout.ts';
import type { Place } from '../../../src/story/story.ts';

export const TOWN: LngLat = [36.67693, 35.6483];
export const ROAD: readonly LngLat[] = [
  [36.65, 35.44],
  [36.69, 35.62],
  [36.74, 35.74],
  [36.81, 35.865],
];
const SQUARE: readonly LngLat[] = [
  [36.4, 35.5],
  [36.4, 36],
  [36.95, 36],
  [36.95, 35.5],
  [36.4, 35.5],
];

const place = (id: string, lngLat: LngLat, en: string, ar: string, rank: 1 | 2 | 3): Place => ({
  id,
  lngLat,
  names: { en, ar },
  rank,
  source: 'test',
  uncertaintyMetres: 500,
});

export const PLACES: Readonly<Record<string, Place>> = {
  town: place('town', TOWN, 'Maaret al-Numan', 'معرة النعمان', 1),
  saraqeb: place('saraqeb', [36.80591, 35.86447], 'Saraqeb', 'سراقب', 2),
  ariha: place('ariha', [36.60964, 35.81374], 'Ariha', 'أريحا', 3),
};

const ATLAS: Atlas = {
  route: (name) => (name === 'basemap:M5' || name === 'data/way#a' ? ROAD : null),
  area: (name) => (name === 'SY.ID' ? [[SQUARE]] : null),
};

const SIZES: Readonly<Record<SizeClass, readonly [number, number]>> = {
  desktop: [1440, 900],
  tablet: [1000, 700],
  phone: [390, 844],
  embed: [640, 400],
};

export const REST: Camera = { center: [36.72, 35.72], zoom: 10.2, pitch: 0, bearing: 0 };

export interface ContextOptions {
  readonly sizeClass?: SizeClass;
  readonly locale?: 'en' | 'ar';
  readonly rest?: Camera;
  /** Where the camera is now, if not at rest. */
  readonly camera?: Camera;
}

/** All that a kind of annotation may look at, over a made-up atlas. */
export function markContext(options: ContextOptions = {}): MarkContext {
  const { sizeClass = 'desktop', locale = 'en', rest = REST, camera = rest } = options;
  const [width, height] = SIZES[sizeClass];
  return {
    projection: createProjection(camera, width, height),
    restProjection: createProjection(rest, width, height),
    freeBox: { left: 24, top: 76, right: width - 24, bottom: height - 44 },
    sizeClass,
    locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    places: PLACES,
    facts: {},
    atlas: ATLAS,
    taken: [],
    drawings: {},
    mapTexts: { crossesEvery: 'Crosses every {distance}' },
  };
}

/** Cameras that look somewhere near the made-up atlas. */
export const cameras: fc.Arbitrary<Camera> = fc.record({
  center: fc.tuple(fc.double({ min: 36.6, max: 36.8, noNaN: true }), fc.double({ min: 35.6, max: 35.8, noNaN: true })),
  zoom: fc.double({ min: 9, max: 11.5, noNaN: true }),
  pitch: fc.constantFrom(0, 0, 20),
  bearing: fc.constantFrom(0, 0, 15),
});

export const sizeClasses: fc.Arbitrary<SizeClass> = fc.constantFrom('desktop', 'tablet', 'phone', 'embed');

/** A mark where it stands on the screen. */
export function markOf<T extends PlainMark['type']>(
  marks: readonly Mark[],
  type: T,
  key: string,
): Extract<PlainMark, { type: T }> {
  const plain = plainMarks(marks);
  const found = plain.find((mark) => mark.type === type && mark.key === key);
  if (found === undefined) throw new Error(`no ${type} ${key} among ${plain.map((mark) => mark.key).join(', ')}`);
  return found as Extract<PlainMark, { type: T }>;
}

/** Lines of text where they stand on the screen. */
export const textsIn = (marks: readonly Mark[]): readonly TextMark[] =>
  plainMarks(marks).filter((mark) => mark.type === 'text');

/** All coordinate pairs of path data made of straight lines. */
export function pointsOf(d: string): readonly (readonly [number, number])[] {
  return [...d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
}
