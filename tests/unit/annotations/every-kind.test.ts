import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawAnnotation } from '../../../src/annotations/drawing.ts';
import { type MapAnnotation, prepareAnnotation } from '../../../src/annotations/registry.ts';
import type { Box } from '../../../src/geo/lng-lat.ts';
import { isInside, overlaps } from '../../../src/labels/collision.ts';
import { cameras, markContext, sizeClasses } from './mark-context.ts';

const draw = [0, 1] as const;
const ANNOTATIONS: readonly MapAnnotation[] = [
  {
    kind: 'callout',
    id: 'c',
    draw,
    anchor: { place: 'town' },
    head: 'Where it began',
    body: 'Some words about this place.',
    side: null,
  },
  {
    kind: 'ring',
    id: 'r',
    draw,
    place: 'town',
    radiusKm: 4,
    feather: 'none',
    label: '4 kilometres',
    head: 'How near',
    body: 'by then',
  },
  { kind: 'ring', id: 'n', draw, place: 'town', radiusKm: 4, feather: 'inward', label: 'Nearer', head: '', body: '' },
  { kind: 'region', id: 'g', draw, region: 'SY.ID', label: 'Idlib', at: null },
  { kind: 'route', id: 'road', draw, route: 'basemap:M5', span: [0, 1], style: 'road', label: 'North' },
  { kind: 'route', id: 'person', draw, route: 'data/way#a', span: [0, 0.8], style: 'person', label: '' },
  { kind: 'route', id: 'earlier', draw, route: 'data/way#a', span: [1, 0], style: 'earlier', label: '' },
  { kind: 'flow', id: 'f', draw, route: 'basemap:M5', span: [0, 1], label: 'Pick-ups' },
  {
    kind: 'strands',
    id: 's',
    draw,
    from: 'town',
    headings: [
      { bearingDegrees: -40, lengthKm: 12 },
      { bearingDegrees: 20, lengthKm: 16 },
    ],
    stem: { bearingDegrees: 24, lengthKm: 3 },
  },
  { kind: 'area', id: 'a', draw, area: 'SY.ID' },
  {
    kind: 'struck-list',
    id: 'l',
    draw,
    place: 'town',
    items: [
      { label: 'Bakeries', note: 'closed', struck: 1 },
      { label: 'Schools', note: '', struck: 0.7 },
    ],
  },
  { kind: 'scale-bar', id: 'b', draw },
];

const kinds = fc.constantFrom(...ANNOTATIONS);
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const locales = fc.constantFrom('en' as const, 'ar' as const);

for (const annotation of ANNOTATIONS) {
  test(`${annotation.id} (${annotation.kind}): nothing is drawn before it begins, and something once it is complete`, () => {
    const context = markContext();
    assert.deepEqual(drawAnnotation(annotation, 0, context).marks, []);
    const done = drawAnnotation(annotation, 1, context).marks.filter((mark) => (mark.opacity ?? 1) > 0);
    assert.ok(done.length > 0);
  });
}

test('the same input gives deeply equal output, in any order of asking', () => {
  fc.assert(
    fc.property(
      kinds,
      shares,
      shares,
      cameras,
      sizeClasses,
      locales,
      (annotation, t, other, camera, sizeClass, locale) => {
        const context = (): ReturnType<typeof markContext> => markContext({ sizeClass, locale, camera });
        const first = drawAnnotation(annotation, t, context());
        drawAnnotation(annotation, other, markContext());
        assert.deepEqual(drawAnnotation(structuredClone(annotation), t, context()), first);
        assert.deepEqual(drawAnnotation(annotation, t, context()), first);
      },
    ),
    { numRuns: 80 },
  );
});

test('what was prepared is known to whoever draws, and looks as if it had not been', () => {
  fc.assert(
    fc.property(kinds, shares, sizeClasses, locales, (annotation, t, sizeClass, locale) => {
      const [prepared, context] = [structuredClone(annotation), markContext({ sizeClass, locale })];
      const pieces = prepareAnnotation(prepared, context);
      for (const _ of pieces);
      assert.equal(prepareAnnotation(prepared, context).next().done, true);
      assert.deepEqual(drawAnnotation(prepared, t, context), drawAnnotation(annotation, t, context));
    }),
    { numRuns: 80 },
  );
});

test('keys are unique in a drawing, and those of a part are among those of the whole', () => {
  fc.assert(
    fc.property(kinds, shares, cameras, (annotation, t, camera) => {
      const context = markContext({ camera });
      const keys = drawAnnotation(annotation, t, context).marks.map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length);
      const whole = new Set(drawAnnotation(annotation, 1, context).marks.map(({ key }) => key));
      assert.deepEqual(
        keys.filter((key) => !whole.has(key)),
        [],
      );
    }),
    { numRuns: 80 },
  );
});

test('what is held of the screen does not depend on how far it is drawn or on where the camera is', () => {
  fc.assert(
    fc.property(kinds, shares, cameras, sizeClasses, (annotation, t, camera, sizeClass) => {
      const { boxes, names } = drawAnnotation(annotation, t, markContext({ sizeClass, camera }));
      const still = drawAnnotation(annotation, 1, markContext({ sizeClass }));
      assert.deepEqual(boxes, still.boxes);
      assert.deepEqual(names, still.names);
    }),
    { numRuns: 80 },
  );
});

test('no number in any mark is missing or infinite, at any camera', () => {
  fc.assert(
    fc.property(kinds, shares, cameras, sizeClasses, locales, (annotation, t, camera, sizeClass, locale) => {
      const { marks } = drawAnnotation(annotation, t, markContext({ sizeClass, locale, camera, rest: camera }));
      assert.doesNotMatch(JSON.stringify(marks), /NaN|Infinity|null/);
    }),
    { numRuns: 120 },
  );
});

const WORDS = new Set(['callout', 'struck-list', 'region', 'scale-bar']);

test('words stay in the free box and clear of what was taken before', () => {
  const boxes: fc.Arbitrary<Box> = fc
    .record({
      left: fc.integer({ min: 0, max: 900 }),
      top: fc.integer({ min: 60, max: 700 }),
      width: fc.integer({ min: 10, max: 240 }),
      height: fc.integer({ min: 10, max: 160 }),
    })
    .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
  const worded = fc.constantFrom(...ANNOTATIONS.filter(({ kind }) => WORDS.has(kind)));
  fc.assert(
    fc.property(
      worded,
      fc.array(boxes, { maxLength: 8 }),
      cameras,
      sizeClasses,
      (annotation, taken, camera, sizeClass) => {
        const context = { ...markContext({ sizeClass, rest: camera }), taken };
        const [words] = drawAnnotation(annotation, 1, context).boxes;
        if (words === undefined) return;
        assert.ok(isInside(words, context.freeBox));
        assert.deepEqual(
          taken.filter((box) => overlaps(box, words)),
          [],
        );
      },
    ),
    { numRuns: 200 },
  );
});
