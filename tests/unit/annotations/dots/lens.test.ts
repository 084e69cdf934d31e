import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupPeople, peopleInDisc } from '../../../../src/annotations/dots/lens-people.ts';
import type { PlacedLens } from '../../../../src/annotations/dots/lens-place.ts';
import { parseAnnotation } from '../../../../src/content/schema/annotation.ts';
import { distanceToBox, intersects, isWithin } from '../../../../src/geo/boxes.ts';
import type { CircleMark, PathMark } from '../../../../src/marks/mark.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import { annotation, placeAndDraw, restContext, type Setting } from '../../../support/kind-context.ts';
import { PEOPLE, settingFor } from './dots-context.ts';

const LENS = {
  label: 'One dot, opened',
  known: [
    { count: 8, label: 'A father and seven children' },
    { count: 6, label: 'A father, a mother and four children' },
  ],
};
const { space: _, ...WRITTEN } = PEOPLE;
const OPENED = annotation({ ...WRITTEN, lens: LENS });
const WIDE: Setting = settingFor(1000, 760, 9.3);
const SETTINGS: readonly Setting[] = [WIDE, { ...settingFor(350, 340, 8.6), sizeClass: 'phone' }];

const marksAt = (t: number, setting: Setting) => plainMarks(placeAndDraw(OPENED, t, setting).marks);
const pathNamed = (key: string, t: number, setting: Setting) =>
  marksAt(t, setting).find((mark): mark is PathMark => mark.type === 'path' && mark.key === `people/lens/${key}`);
const dotsIn = (path: PathMark | undefined): number => path?.d.match(/M/g)?.length ?? 0;
const circleNamed = (key: string, t: number, setting: Setting) =>
  marksAt(t, setting).find((mark): mark is CircleMark => mark.type === 'circle' && mark.key === `people/lens/${key}`);

test('an opened dot shows exactly its people, and as many in red as the story knows', () => {
  for (const setting of SETTINGS) {
    assert.deepEqual(
      [0, 1].map((group) => dotsIn(pathNamed(`known/${group}`, 1, setting))),
      [8, 6],
    );
    assert.equal(dotsIn(pathNamed('people', 1, setting)), 86);
    assert.equal(dotsIn(pathNamed('people', 0.5, setting)), 100);
  }
});

test('all dots stand while one is opened', () => {
  for (const t of [0.01, 0.5, 1]) {
    const count = marksAt(t, WIDE)
      .filter((mark): mark is PathMark => mark.type === 'path' && !/lens|key/.test(mark.key))
      .reduce((sum, mark) => sum + dotsIn(mark), 0);
    assert.equal(count, 2350, String(t));
  }
});

test('the lens grows out of a ring about one dot of those there are, and covers no other', () => {
  for (const setting of SETTINGS) {
    const ring = circleNamed('ring', 1, setting);
    const lens = circleNamed('lens', 1, setting);
    assert.ok(ring && lens);
    const dots = marksAt(1, setting).flatMap((mark) => {
      if (mark.type !== 'path' || /lens|key/.test(mark.key)) return [];
      return [...mark.d.matchAll(/M(-?[\d.]+)[ ,](-?[\d.]+)h/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    });
    assert.equal(dots.length, 2350);
    assert.ok(
      dots.some(([x, y]) => Math.hypot(x - ring.cx, y - ring.cy) < 0.2),
      'the ring is about a dot',
    );
    assert.ok(
      dots.every(([x, y]) => Math.hypot(x - lens.cx, y - lens.cy) > lens.r),
      'no dot lies under the lens',
    );
    const radii = [0.05, 0.2, 0.4, 0.6, 1].map((t) => circleNamed('lens', t, setting)?.r ?? 0);
    assert.deepEqual(
      radii,
      radii.toSorted((a, b) => a - b),
    );
  }
});

test('its words stand in the free box, clear of the lens and of what is taken', () => {
  for (const setting of SETTINGS) {
    const taken = [{ left: 0, top: 100, right: 200, bottom: 300 }];
    const { placement } = placeAndDraw(OPENED, 1, { ...setting, taken });
    const { lens } = placement as { readonly lens: PlacedLens | null };
    const words = lens?.words;
    if (!lens || !words) continue;
    assert.ok(isWithin(words.box, restContext(setting).freeBox));
    assert.ok(distanceToBox(lens.center, words.box) > lens.radiusPx);
    assert.ok(taken.every((box) => !intersects(box, words.box)));
  }
  const { placement } = placeAndDraw(OPENED, 1, WIDE);
  assert.notEqual((placement as { lens: { words: unknown } }).lens.words, null);
});

test('a screen without room for a lens keeps its dots', () => {
  const everywhere = [{ left: -2000, top: -2000, right: 4000, bottom: 4000 }];
  const { placement } = placeAndDraw(OPENED, 1, { ...settingFor(190, 190, 7.7), taken: [] });
  assert.notEqual(placement, null);
  assert.equal(placeAndDraw(OPENED, 1, { ...WIDE, taken: everywhere }).placement, null);
});

test('a crowd keeps its number however it is grouped, and nobody is in two groups', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 400 }), fc.array(fc.nat({ max: 100 }), { maxLength: 3 }), (per, wanted) => {
      const counts = wanted.filter((_, k) => wanted.slice(0, k + 1).reduce((sum, one) => sum + one, 0) <= per);
      const people = peopleInDisc(per);
      assert.ok(people.every(([x, y]) => Math.hypot(x, y) <= 1));
      const { groups, others } = groupPeople(people, counts);
      assert.deepEqual(
        groups.map((group) => group.length),
        counts,
      );
      assert.equal(new Set([...groups.flat(), ...others]).size, per);
    }),
  );
});

test('more known people than a dot stands for, and dots of parts of people, are refused', () => {
  const whole = { ...WRITTEN, lens: LENS };
  assert.ok(parseAnnotation(whole));
  const refused = (own: object, message: RegExp) =>
    assert.throws(() => parseAnnotation({ ...whole, ...own } as never), message);
  refused({ per: 10 }, /no more known people/);
  refused({ per: 1.5 }, /whole number of people/);
  refused({ per: 1000 }, /from 2 to 400/);
  refused({ lens: { ...LENS, known: [] } }, /known/);
});
