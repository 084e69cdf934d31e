import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { drawAnnotation } from '../../src/annotations/drawing.ts';
import { brokenLaw, MAX_MARKS, textsWithoutRole } from '../../src/annotations/own/kind-laws.ts';
import { type DEFINITIONS, tablesOf } from '../../src/annotations/registry.ts';
import { bindAnnotation } from '../../src/content/normalize/bind-annotations.ts';
import { parseAnnotation } from '../../src/content/schema/annotation.ts';
import { intersects, isWithin } from '../../src/geo/boxes.ts';
import type { Box, LngLat } from '../../src/geo/lng-lat.ts';
import type { PlainMark } from '../../src/marks/mark.ts';
import { plainMarks } from '../../src/marks/plain-marks.ts';
import type { Medium } from '../../src/story/media/medium.ts';
import type { AnnotationBase } from '../../src/story/story.ts';
import { pathPoints, textBox } from './chart-marks.ts';
import { EXAMPLE_TABLES } from './example-table.ts';
import {
  camerasNear,
  FACT,
  marksOf,
  placeAndDraw,
  placeAt,
  REST,
  restContext,
  type Setting,
  sizeClasses,
  textsIn,
  viewOf,
} from './kind-context.ts';

type Definition = (typeof DEFINITIONS)[number];

const CENTER: LngLat = [25.1, 38.2];
const WAY: readonly LngLat[] = [
  [25.02, 38.1],
  [25.05, 38.15],
  [25.12, 38.24],
  [25.2, 38.3],
];
const SQUARE: readonly LngLat[] = [
  [24.86, 38.02],
  [24.86, 38.38],
  [25.34, 38.38],
  [25.34, 38.02],
  [24.86, 38.02],
];

const HARBOUR: Medium = {
  name: 'harbour.jpg',
  kind: 'picture',
  width: 1200,
  height: 800,
  durationS: 0,
  alt: 'A harbour.',
  caption: '',
  credit: 'Drawn for the tests',
  licence: 'CC0 1.0',
  focus: [0.5, 0.5],
  source: '',
  isSensitive: false,
  sensitiveReason: '',
  poster: '',
  dark: '',
  captions: {},
  untranslated: [],
  files: [{ src: '/_media/harbour.jpg', width: 480, type: 'image/webp' }],
  placeholder: '',
};

/** What the examples of all kinds name, all of it in view. */
export const EXAMPLE_SETTING: Setting = {
  rest: { center: CENTER, zoom: 8.8, pitch: 0, bearing: 0 },
  places: {
    'first-place': placeAt('first-place', [25.05, 38.15], { en: 'First place', ar: 'المكان الأول' }, 1),
    'second-place': placeAt('second-place', [25.2, 38.3], { en: 'Second place', ar: 'المكان الثاني' }, 2),
  },
  media: { 'harbour.jpg': HARBOUR },
  facts: { 'example-figure': { ...FACT, id: 'example-figure', value: 12, figure: '12' } },
  atlas: {
    route: (name) => (name === 'basemap:M5' || name === 'data/way#out' ? [WAY] : null),
    area: (name) => (name === 'XX.YY' || name === 'data/way#somewhere' ? [[SQUARE]] : null),
  },
};

/** The annotation a definition gives as its example; charts show the tables of examples, in a language. */
export const exampleOf = ({ example }: Pick<Definition, 'example'>, locale = 'en'): AnnotationBase =>
  bindAnnotation(parseAnnotation(parse(example)), { tables: EXAMPLE_TABLES, locale });

const cameras = camerasNear(CENTER, [8.4, 11]);
const shares = fc.double({ min: 0.001, max: 1, noNaN: true });
const settings: fc.Arbitrary<Setting> = fc
  .record({ rest: cameras, sizeClass: sizeClasses, locale: fc.constantFrom('en', 'ar') })
  .map((own) => ({ ...EXAMPLE_SETTING, ...own }));
/** With the section's camera or another one. */
const moments = fc
  .record({ setting: settings, camera: cameras, isAtRest: fc.boolean() })
  .map(({ setting, camera, isAtRest }): Setting => (isAtRest ? setting : { ...setting, camera }));
const RESTS: readonly Setting[] = (['desktop', 'tablet', 'phone', 'embed'] as const).flatMap((sizeClass) =>
  ['en', 'ar'].map((locale) => ({ ...EXAMPLE_SETTING, sizeClass, locale })),
);

const isSeen = ({ opacity = 1 }: { readonly opacity?: number }): boolean => opacity > 0;

/** The box of a mark without its stroke. */
function boxOf(mark: PlainMark, setting: Setting): Box {
  if (mark.type === 'text') return textBox(mark, viewOf(setting));
  if (mark.type === 'rect' || mark.type === 'image') {
    return { left: mark.x, top: mark.y, right: mark.x + mark.width, bottom: mark.y + mark.height };
  }
  if (mark.type === 'circle') {
    const { cx, cy, r } = mark;
    return { left: cx - r, top: cy - r, right: cx + r, bottom: cy + r };
  }
  const points = pathPoints(mark.d);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Round ends, halos and the widths of strokes. */
const MARGIN_PX = 12;

type Law = (definition: Definition, annotation: AnnotationBase) => void;

/** What holds for every kind there is and will be, of its own example and of any other annotation of the kind. */
export const KIND_LAWS: Readonly<Record<string, Law>> = {
  'its example is one of it, with the words of one line for the guide': (definition) => {
    assert.equal(exampleOf(definition).kind, definition.kind);
    assert.match(definition.summary, /^\S.{10,150}[^\s.]$/);
    assert.equal(exampleOf(definition).space, definition.space);
  },

  'every text an author writes is a name or words, or is told apart by a pattern': ({ schema }) => {
    const unsaid = textsWithoutRole(schema);
    assert.deepEqual(
      unsaid.filter((name) => name !== 'id'),
      [],
    );
  },

  'nothing is drawn before it begins, and something once it is complete': (_, annotation) => {
    for (const setting of RESTS) {
      const { placement, marks } = placeAndDraw(annotation, 1, setting);
      assert.deepEqual(drawAnnotation(annotation, placement, 0, viewOf(setting)), []);
      assert.ok(marks.filter(isSeen).length > 0, setting.sizeClass);
    }
  },

  'it is drawn in few marks, each with a key of its own, and those of a part are among those of the whole': (
    _,
    annotation,
  ) => {
    fc.assert(
      fc.property(shares, moments, (t, setting) => {
        const marks = marksOf(annotation, t, setting);
        const plain = plainMarks(marks).map(({ key }) => key);
        assert.ok(plain.length <= MAX_MARKS, `${plain.length} marks`);
        assert.equal(new Set(plain).size, plain.length);
        assert.ok(marks.every(({ key }) => key.startsWith(annotation.id)));
        const whole = new Set(marksOf(annotation, 1, setting).map(({ key }) => key));
        const others = marks.filter(({ key }) => !whole.has(key));
        assert.deepEqual(others, []);
      }),
      { numRuns: 25 },
    );
  },

  'no number in any mark is missing or infinite, at any camera': (_, annotation) => {
    fc.assert(
      fc.property(shares, moments, (t, setting) => {
        assert.doesNotMatch(JSON.stringify(marksOf(annotation, t, setting)), /NaN|Infinity|null/);
      }),
      { numRuns: 25 },
    );
  },

  'at rest nothing of it lies outside the screen': (_, annotation) => {
    for (const setting of RESTS) {
      const { width, height } = viewOf(setting).projection;
      const screen = { left: -MARGIN_PX, top: -MARGIN_PX, right: width + MARGIN_PX, bottom: height + MARGIN_PX };
      for (const mark of plainMarks(marksOf(annotation, 1, setting))) {
        assert.ok(isWithin(boxOf(mark, setting), screen), `${mark.key} on ${width} × ${height}`);
      }
    }
  },

  'where it stands is plain data, and depends on what it is given alone': ({ kind }, annotation) => {
    fc.assert(
      fc.property(shares, shares, moments, settings, (t, other, setting, elsewhere) => {
        const first = placeAndDraw(annotation, t, setting);
        placeAndDraw(annotation, other, elsewhere);
        assert.deepEqual(placeAndDraw(structuredClone(annotation), t, { ...setting }), first, kind);
        assert.deepEqual(placeAndDraw(annotation, t, setting), first, kind);
        assert.deepEqual(structuredClone(first.placement), first.placement);
        assert.deepEqual(structuredClone(first.boxes), first.boxes);
        if (first.placement === null) return;
        const received = structuredClone(first.placement);
        assert.deepEqual(drawAnnotation(annotation, received, t, viewOf(setting)), first.marks);
      }),
      { numRuns: 12 },
    );
  },

  'its words stay in the free box and clear of what holds room, if they can go elsewhere': (definition, annotation) => {
    if (definition.isFixed) return;
    const boxes: fc.Arbitrary<Box> = fc
      .record({
        left: fc.integer({ min: 0, max: 900 }),
        top: fc.integer({ min: 60, max: 700 }),
        width: fc.integer({ min: 10, max: 240 }),
        height: fc.integer({ min: 10, max: 160 }),
      })
      .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
    fc.assert(
      fc.property(fc.array(boxes, { maxLength: 8 }), settings, (taken, setting) => {
        const [words] = placeAndDraw(annotation, 1, { ...setting, taken }).boxes;
        if (words === undefined) return;
        assert.ok(isWithin(words, restContext(setting).freeBox));
        assert.deepEqual(
          taken.filter((box) => intersects(box, words)),
          [],
        );
      }),
      { numRuns: 50 },
    );
  },

  'it counts the characters of its words, of which as many as can be are to find room': ({ isFixed }, annotation) => {
    if (isFixed) return;
    for (const setting of RESTS) {
      const { characters, marks } = placeAndDraw(annotation, 1, setting);
      const drawn = textsIn(marks).reduce((sum, { text }) => sum + text.length, 0);
      assert.ok(characters > 0 && characters <= drawn, `${characters} of ${drawn}`);
    }
  },

  'read from the right, what stands on the screen holds the mirror image of its room': ({ space }, annotation) => {
    if (space === 'map') return;
    const { left, right } = restContext().freeBox;
    // Lines of Arabic stand farther apart: the two are alike only from side to side, and where both have room.
    const sidesIn = (dir: 'ltr' | 'rtl') =>
      placeAndDraw(annotation, 1, { ...EXAMPLE_SETTING, dir }).boxes.map((box) =>
        dir === 'ltr' ? [box.left, box.right] : [left + right - box.right, left + right - box.left],
      );
    const whole = (sides: readonly (readonly number[])[]) => sides.map((ends) => ends.map(Math.round));
    assert.deepEqual(whole(sidesIn('rtl')), whole(sidesIn('ltr')));
  },

  'its table, if it has one, has a caption and as many cells in a row as it has heads': (_, annotation) => {
    const { facts } = restContext(EXAMPLE_SETTING);
    for (const { caption, head, rows } of tablesOf([annotation], { facts, locale: 'en', sectionTitle: 'A section' })) {
      assert.notEqual(caption, '');
      assert.ok(
        head.every((words) => words.trim() !== ''),
        'each column says what stands in it',
      );
      assert.ok(rows.length > 0 && rows.every((row) => row.length === head.length));
    }
  },

  'it keeps the laws that the kinds of stories are held to, which cannot be tried out at random': (
    definition,
    annotation,
  ) => {
    for (const setting of RESTS) {
      const views = [viewOf(setting), viewOf({ ...setting, camera: { ...REST, center: CENTER, zoom: 9.4 } })] as const;
      assert.equal(brokenLaw(definition, { annotation, rest: restContext(setting), views: [...views] }), null);
    }
  },

  'what the story does not have is left out, and no reason to stop': (_, annotation) => {
    const nothing = { route: () => null, area: () => null };
    const bare = { ...EXAMPLE_SETTING, places: {}, facts: {}, drawings: {}, atlas: nothing, roads: [] };
    assert.doesNotMatch(JSON.stringify(marksOf(annotation, 1, bare)), /NaN|Infinity|null/);
  },
};
