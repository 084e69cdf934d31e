import fc from 'fast-check';
import { drawAnnotation } from '../../src/annotations/drawing.ts';
import { namesOf, placeAnnotation } from '../../src/annotations/placing.ts';
import { definitionOf, type Annotation as KnownAnnotation } from '../../src/annotations/registry.ts';
import { DRAWINGS } from '../../src/charts/inventory/drawings/drawings.ts';
import { parseAnnotation } from '../../src/content/schema/annotation.ts';
import type { Box, Camera, LngLat } from '../../src/geo/lng-lat.ts';
import { createProjection } from '../../src/geo/mercator.ts';
import { mapTextsIn } from '../../src/i18n/translate.ts';
import { Background } from '../../src/labels/background.ts';
import { Collisions } from '../../src/labels/collisions.ts';
import type { RestContext, View } from '../../src/labels/rest-context.ts';
import type { Mark, PlainMark, TextMark, Tone } from '../../src/marks/mark.ts';
import { plainMarks } from '../../src/marks/plain-marks.ts';
import type { Atlas } from '../../src/story/atlas.ts';
import type { SizeClass } from '../../src/story/layout.ts';
import type { AnnotationBase, Fact, Place } from '../../src/story/story.ts';

/** An annotation of a kind. */
export type KindOf<Name extends KnownAnnotation['kind']> = Extract<KnownAnnotation, { readonly kind: Name }>;

/** One as an author would write it, with what they may leave out; drawn all through the section unless it says otherwise. */
export const annotation = <Name extends KnownAnnotation['kind']>(
  raw: { readonly kind: Name } & Readonly<Record<string, unknown>>,
): KindOf<Name> => parseAnnotation(Object.assign({ draw: [0, 1] }, raw)) as AnnotationBase as KindOf<Name>;

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

export const placeAt = (id: string, lngLat: LngLat, names: Place['names'] = { en: id }, rank: Place['rank'] = 2) => ({
  id,
  lngLat,
  names,
  rank,
  source: 'test',
  uncertaintyMetres: 500,
});

export const PLACES: Readonly<Record<string, Place>> = {
  town: placeAt('town', TOWN, { en: 'Maaret al-Numan', ar: 'معرة النعمان' }, 1),
  saraqeb: placeAt('saraqeb', [36.80591, 35.86447], { en: 'Saraqeb', ar: 'سراقب' }, 2),
  ariha: placeAt('ariha', [36.60964, 35.81374], { en: 'Ariha', ar: 'أريحا' }, 3),
};

const ATLAS: Atlas = {
  route: (name) => (name === 'basemap:M5' || name === 'data/way#a' ? [ROAD] : null),
  area: (name) => (name === 'SY.ID' ? [[SQUARE]] : null),
};

export const FACT: Fact = {
  id: 'fled',
  value: 235000,
  unit: 'people',
  figure: '235,000',
  qualifier: 'more than',
  text: '',
  period: '',
  sources: [],
  authority: '',
  note: '',
  untranslated: [],
};

export const SCREENS: Readonly<Record<SizeClass, readonly [number, number]>> = {
  desktop: [1440, 900],
  tablet: [1000, 700],
  phone: [390, 844],
  embed: [640, 400],
};

export const REST: Camera = { center: [36.72, 35.72], zoom: 10.2, pitch: 0, bearing: 0 };

/** What an annotation is placed and drawn in, over a made-up map, but for what a test says itself. */
export interface Setting extends Partial<Omit<RestContext, 'projection' | 'background'>> {
  readonly screen?: readonly [width: number, height: number];
  /** The section's camera. */
  readonly rest?: Camera;
  /** Where the camera is now, if not at rest. */
  readonly camera?: Camera;
  /** Colour of the map; all of it is land unless it is given. */
  readonly toneAt?: (lngLat: LngLat) => Tone;
  /** What holds room already. */
  readonly taken?: readonly Box[];
}

/** A setting whose free box has this size, 20 px inside the screen. */
export const chartSetting = (width: number, height: number, own: Setting = {}): Setting => ({
  screen: [width + 40, height + 40],
  rest: { center: [36.6, 35.9], zoom: 8.6, pitch: 0, bearing: 0 },
  freeBox: { left: 20, top: 20, right: 20 + width, bottom: 20 + height },
  sizeClass: width < 520 ? 'phone' : 'desktop',
  ...own,
});

const screenOf = ({ screen, sizeClass = 'desktop' }: Setting): readonly [number, number] =>
  screen ?? SCREENS[sizeClass];

/** All that placing may look at. */
export function restContext(setting: Setting = {}): RestContext {
  const { sizeClass = 'desktop', locale = 'en', rest = REST, toneAt = () => 'land' as const } = setting;
  const [width, height] = screenOf(setting);
  const projection = createProjection(rest, width, height);
  return {
    freeBox: { left: 24, top: 76, right: width - 24, bottom: height - 44 },
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    places: PLACES,
    facts: { fled: FACT },
    atlas: ATLAS,
    drawings: DRAWINGS,
    media: {},
    mapTexts: mapTextsIn(locale),
    avoidLines: [],
    crosses: false,
    ...setting,
    sizeClass,
    locale,
    projection,
    background: new Background(projection, toneAt),
  };
}

/** All that drawing may look at. */
export function viewOf(setting: Setting = {}): View {
  const [width, height] = screenOf(setting);
  const { rest = REST, camera = rest } = setting;
  const {
    freeBox,
    sizeClass,
    locale,
    dir,
    facts,
    drawings,
    media,
    mapTexts,
    projection: restProjection,
  } = restContext(setting);
  const projection = createProjection(camera, width, height);
  return { freeBox, sizeClass, locale, dir, facts, drawings, media, mapTexts, projection, restProjection };
}

export const collisionsIn = ({ taken = [] }: Setting): Collisions => Collisions.of(taken);

/** An annotation placed at rest and drawn; without a placement where it finds no room or has nothing to draw. */
export interface PlacedAndDrawn {
  readonly placement: unknown;
  readonly boxes: readonly Box[];
  readonly isComplete: boolean;
  readonly characters: number;
  readonly names: readonly string[];
  readonly marks: readonly Mark[];
}

/** @param t how far it is drawn, 0–1 */
export function placeAndDraw<One extends AnnotationBase>(one: One, t: number, setting: Setting = {}): PlacedAndDrawn {
  const rest = restContext(setting);
  const placed = placeAnnotation(one, rest, collisionsIn(setting));
  if (placed === null) return { placement: null, boxes: [], isComplete: false, characters: 0, names: [], marks: [] };
  const { placement, boxes, isComplete = true, characters = 0 } = placed;
  const marks = drawAnnotation(one, placement, t, viewOf(setting));
  return { placement, boxes, isComplete, characters, names: namesOf(one, rest), marks };
}

/** Only the marks. */
export const marksOf = <One extends AnnotationBase>(one: One, t: number, setting: Setting = {}): readonly Mark[] =>
  placeAndDraw(one, t, setting).marks;

/** Whether the kind of an annotation says that it paints a point in a colour of its own, and in which. */
export function paintedAt(one: AnnotationBase, lngLat: LngLat, setting: Setting = {}): Tone | null {
  const area = definitionOf(one).background?.(one as never, restContext(setting));
  return area?.contains(lngLat) ? area.tone : null;
}

/** Cameras that look somewhere near a place. */
export const camerasNear = ([lng, lat]: LngLat, zoom: readonly [min: number, max: number]): fc.Arbitrary<Camera> =>
  fc.record({
    center: fc.tuple(
      fc.double({ min: lng - 0.1, max: lng + 0.1, noNaN: true }),
      fc.double({ min: lat - 0.1, max: lat + 0.1, noNaN: true }),
    ),
    zoom: fc.double({ min: zoom[0], max: zoom[1], noNaN: true }),
    pitch: fc.constantFrom(0, 0, 20),
    bearing: fc.constantFrom(0, 0, 15),
  });

export const cameras = camerasNear([36.7, 35.7], [9, 11.5]);

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
