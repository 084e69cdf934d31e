import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distanceToBox } from '../../../src/geo/boxes.ts';
import { plainMarks } from '../../../src/marks/plain-marks.ts';
import { annotation, marksOf, placeAndDraw, pointsOf, restContext, TOWN, textsIn } from '../../support/kind-context.ts';

const LIST = annotation({
  kind: 'struck-list',
  id: 'l',
  place: 'town',
  items: [
    { label: 'Health facilities', note: 'several shut', struck: 1 },
    { label: 'Bakeries', note: 'closed', struck: 1 },
    { label: 'Schools', note: 'mostly suspended', struck: 1 },
  ],
});
const strikes = (t: number): readonly string[] =>
  marksOf(LIST, t)
    .map(({ key }) => key)
    .filter((key) => key.endsWith(':strike'));

test('words are struck one by one, in their order, and all of them in the end', () => {
  assert.deepEqual(strikes(0.1), []);
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (a, b) => {
        const [fewer, more] = [strikes(Math.min(a, b)), strikes(Math.max(a, b))];
        assert.deepEqual(more.slice(0, fewer.length), fewer);
      },
    ),
  );
  assert.equal(strikes(1).length, LIST.items.length);
});

test('a struck word steps back, its note does not', () => {
  const tones = (t: number) => textsIn(marksOf(LIST, t)).map(({ role, tone }) => `${role} ${tone}`);
  assert.equal(tones(0.13).filter((tone) => tone === 'focus ink').length, 3);
  assert.equal(tones(1).filter((tone) => tone === 'focus ink-3').length, 3);
  assert.equal(tones(1).filter((tone) => tone === 'callout-body ink-2').length, 3);
});

const shares = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const locales = fc.constantFrom('en' as const, 'ar' as const);

interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly opacity: number;
}

/** The first word's stroke, in pixels from where reading begins, and the whole length of one. */
function strokesOf(struck: number, locale: 'en' | 'ar', t = 1): { readonly strokes: readonly Stroke[]; whole: number } {
  const [first, ...rest] = LIST.items;
  const strokesAt = (share: number, at: number) => {
    const items = [{ label: '', note: '', ...first, struck: share }, ...rest];
    return plainMarks(marksOf({ ...LIST, items }, at, { locale })).flatMap((mark) => {
      if (mark.type !== 'path' || !/^l:0:(strike|fade)/.test(mark.key)) return [];
      const [[a = 0] = [], [b = 0] = []] = pointsOf(mark.d);
      return [{ a, b, opacity: mark.opacity ?? 1 }];
    });
  };
  const onward = locale === 'ar' ? -1 : 1;
  const full = strokesAt(1, 1)[0] ?? { a: 0, b: 0 };
  const strokes = strokesAt(struck, t).map(({ a, b, opacity }) => ({
    from: (a - full.a) * onward,
    to: (b - full.a) * onward,
    opacity,
  }));
  return { strokes, whole: (full.b - full.a) * onward };
}

test('of a word struck in part so much is struck as is said, from where it is read, and the stroke lets go at its end', () => {
  fc.assert(
    fc.property(shares, locales, (struck, locale) => {
      const { strokes, whole } = strokesOf(struck, locale);
      const [solid, ...fading] = strokes;
      assert.ok(whole > 60);
      assert.ok(Math.abs(solid?.from ?? 9) < 0.11);
      // The stroke begins a little before the word.
      assert.ok(Math.abs((solid?.to ?? 0) / whole - struck) < 6 / whole);
      assert.ok(fading.length > 3 && fading.every(({ to }) => to <= whole + 0.11));
      for (const [index, { from, opacity }] of fading.entries()) {
        const before = strokes[index];
        assert.ok(before !== undefined && Math.abs(from - before.to) < 0.11 && opacity < before.opacity);
      }
      assert.ok((fading.at(-1)?.opacity ?? 1) < 0.2);
    }),
  );
});

test('a stroke through part of a word only grows, and a word that is not struck has none', () => {
  fc.assert(
    fc.property(shares, locales, fc.tuple(shares, shares), (struck, locale, [a, b]) => {
      const reach = (t: number): number => strokesOf(struck, locale, t).strokes[0]?.to ?? 0;
      assert.ok(reach(Math.min(a, b)) <= reach(Math.max(a, b)) + 0.11);
    }),
  );
  assert.deepEqual(strokesOf(0, 'en').strokes, []);
});

test('a word steps back the farther the more of it is struck', () => {
  const toneOf = (struck: number) => {
    const items = LIST.items.map((item) => ({ ...item, struck }));
    return textsIn(marksOf({ ...LIST, items }, 1)).find(({ role }) => role === 'focus')?.tone;
  };
  assert.deepEqual([toneOf(0), toneOf(0.4), toneOf(1)], ['ink', 'ink-2', 'ink-3']);
});

test('the list keeps clear of its town, so that it does not read as part of the name', () => {
  const [x, y] = restContext().projection.project(TOWN);
  const [words] = placeAndDraw(LIST, 1).boxes;
  assert.ok(words !== undefined && distanceToBox([x, y], words) >= 36);
});

test('the map about the place pales with each word, by as much as is struck, and only where it is asked to', () => {
  const opacities = (struck: number, emptiesKm: number | null): readonly number[] =>
    [0.1, 0.4, 0.7, 1].map((t) => {
      const items = LIST.items.map((item) => ({ ...item, struck }));
      const ground = marksOf({ ...LIST, items, emptiesKm }, t).find(({ key }) => key === 'l:emptied');
      return ground?.opacity ?? 0;
    });
  const whole = opacities(1, 3);
  assert.equal(whole[0], 0);
  assert.deepEqual(
    whole,
    whole.toSorted((a, b) => a - b),
  );
  assert.ok((whole[3] ?? 0) > 0.8 && (whole[3] ?? 0) < 1, 'the town is still to be seen');
  const half = opacities(0.5, 3);
  assert.ok(Math.abs((half[3] ?? 0) - (whole[3] ?? 0) / 2) < 1e-9);
  assert.deepEqual(opacities(1, null), [0, 0, 0, 0]);
});

const UNTIED = { kind: 'struck-list', id: 'l', items: [{ label: 'Bakeries' }] } as const;

test('a list may hang on any point of the map, and on one only', () => {
  const { marks } = placeAndDraw(annotation({ ...UNTIED, at: [36.72, 35.72] }), 1);
  assert.deepEqual(
    textsIn(marks).map(({ text }) => text),
    ['Bakeries'],
  );
  assert.throws(
    () => annotation({ ...UNTIED, place: 'town', at: [36.72, 35.72] }),
    /exactly one of place, at, or route/,
  );
  assert.throws(() => annotation(UNTIED), /exactly one of place, at, or route/);
});

test('its leader ends clear of the strokes', () => {
  const across = (key: RegExp): readonly number[] =>
    plainMarks(marksOf(LIST, 1)).flatMap((mark) =>
      mark.type === 'path' && key.test(mark.key) ? pointsOf(mark.d).map(([x]) => x) : [],
    );
  assert.ok(Math.min(...across(/strike$/)) - Math.max(...across(/leader$/)) >= 8);
});
