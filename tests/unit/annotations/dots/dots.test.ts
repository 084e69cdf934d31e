import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoDistance } from 'd3';
import fc from 'fast-check';
import { layOutDots } from '../../../../src/annotations/dots/dots-layout.ts';
import type { Box, LngLat } from '../../../../src/geo/lng-lat.ts';
import { unproject } from '../../../../src/geo/mercator.ts';
import type { RestContext } from '../../../../src/labels/rest-context.ts';
import type { PathMark } from '../../../../src/marks/mark.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import { overlaps, pathPoints, textBox, textsOf } from '../../../support/chart-marks.ts';
import {
  annotation,
  chartSetting,
  marksOf,
  placeAndDraw,
  placeAt,
  restContext,
  type Setting,
  viewOf,
} from '../../../support/kind-context.ts';

const PEOPLE = annotation({
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

/** A region with a notch in its eastern side, so that its outline matters. */
const OUTLINE: readonly LngLat[] = [
  [36.1, 35.3],
  [36.1, 36.3],
  [36.75, 36.35],
  [36.7, 36.15],
  [37.0, 35.95],
  [37.1, 35.4],
  [36.1, 35.3],
];

const settingFor = (width: number, height: number, zoom: number) =>
  ({
    ...chartSetting(width, height),
    rest: { center: [36.65, 35.92], zoom, pitch: 0, bearing: 0 },
    places: {
      town: placeAt('town', [36.677, 35.648]),
      next: placeAt('next', [36.806, 35.864]),
      north: placeAt('north', [36.72, 36.18]),
    },
    atlas: { route: () => null, area: (name: string) => (name === 'region' ? [[OUTLINE]] : null) },
  }) as const satisfies Setting;

const SETTINGS = [settingFor(700, 760, 9.55), settingFor(350, 340, 8.6)] as const;

const layOut = (one: typeof PEOPLE, setting: Setting) => layOutDots(one, restContext(setting), []);

const dotsAt = (t: number, setting: Setting): readonly (readonly [number, number])[] =>
  plainMarks(marksOf(PEOPLE, t, setting))
    .filter((mark): mark is PathMark => mark.type === 'path' && !mark.key.includes('/key/'))
    .flatMap(({ d }) =>
      [...d.matchAll(/M(-?[\d.]+)[ ,](-?[\d.]+)h\.1/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );

test('there is exactly one dot for every hundred people', () => {
  for (const setting of SETTINGS) assert.equal(dotsAt(1, setting).length, 2350);
});

test('no two dots at rest are nearer than the least distance', () => {
  for (const setting of SETTINGS) {
    const { spacingPx = 0 } = layOut(PEOPLE, setting) ?? {};
    const dots = dotsAt(1, setting);
    dots.forEach(([ax, ay], i) => {
      for (const [bx, by] of dots.slice(i + 1)) assert.ok(Math.hypot(ax - bx, ay - by) >= spacingPx - 1e-9);
    });
  }
});

test('dots keep their full size where the free box is large enough', () => {
  assert.deepEqual(
    SETTINGS.map((setting) => layOut(PEOPLE, setting)?.spacingPx),
    [4.15, 2.75],
  );
});

test('where the ground is too small, dots and distance shrink together and the count stays', () => {
  const layout = layOut(PEOPLE, settingFor(190, 190, 7.7));
  assert.equal(layout?.count, 2350);
  assert.ok((layout?.spacingPx ?? 9) < 2.75);
  assert.ok(Math.abs((layout?.radiusPx ?? 0) / (layout?.spacingPx ?? 1) - 1.08 / 2.75) < 1e-9);
});

/** Distance to the outline of the region, negative outside it (by even-odd crossing, independent of the code under test). */
function depth([x, y]: readonly [number, number], { projection }: RestContext): number {
  const ring = OUTLINE.map((p) => projection.project(p));
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  ring.slice(1).forEach(([bx, by], i) => {
    const [ax, ay] = ring[i] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const u = Math.min(
      1,
      Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
    );
    nearest = Math.min(nearest, Math.hypot(x - ax - u * (bx - ax), y - ay - u * (by - ay)));
  });
  return inside ? nearest : -nearest;
}

test('every dot rests inside the region, at least 6 px from its outline, and inside the free box', () => {
  for (const setting of SETTINGS) {
    const context = restContext(setting);
    const { left, right, top, bottom } = context.freeBox;
    for (const dot of dotsAt(1, setting)) {
      assert.ok(depth(dot, context) >= 6 - 1e-6);
      assert.ok(dot[0] > left && dot[0] < right && dot[1] > top && dot[1] < bottom);
    }
  }
});

const TOWN: LngLat = [36.677, 35.648];
const km = (a: LngLat, b: LngLat): number => geoDistance([...a], [...b]) * 6371.0088;

/** How far from the town each dot rests. */
const distancesOf = (reachKm: number | null, setting: Setting): readonly number[] => {
  const { xs = [], ys = [] } = layOut({ ...PEOPLE, reachKm }, setting) ?? {};
  const { projection } = restContext(setting);
  return [...xs].map((x, i) => km(unproject(projection, [x, ys[i] ?? 0]), TOWN));
};

test('with a reach all dots are drawn and none rests beyond it, and everybody sees the same', () => {
  fc.assert(
    fc.property(fc.double({ min: 14, max: 90, noNaN: true }), fc.constantFrom(...SETTINGS), (reachKm, setting) => {
      const distances = distancesOf(reachKm, setting);
      assert.equal(distances.length, 2350);
      assert.ok(Math.max(...distances) <= reachKm);
      assert.deepEqual(distancesOf(reachKm, { ...setting }), distances);
    }),
    { numRuns: 12 },
  );
});

test('the dots thin out towards the end of their reach and do not pile up there', () => {
  for (const setting of SETTINGS) {
    for (const reachKm of [24, 36, 48]) {
      const shares = distancesOf(reachKm, setting).map((distance) => distance / reachKm);
      const between = (from: number, to: number): number => shares.filter((at) => at >= from && at < to).length;
      // The outer of these rings of equal width is the longer: as many dots in it would be thinner already.
      const rings = [between(0.7, 0.8), between(0.8, 0.9), between(0.9, 1)];
      assert.deepEqual(
        rings,
        rings.toSorted((a, b) => b - a),
        `${reachKm} km`,
      );
      assert.ok((rings[2] ?? 0) < (rings[0] ?? 0) / 3, `${reachKm} km: ${rings.join(', ')}`);
    }
  }
});

test('on ground too small for them to thin out all are still drawn, and none beyond the reach', () => {
  for (const [width, height, zoom] of [
    [190, 190, 7.7],
    [260, 320, 8.3],
    [300, 220, 8.2],
  ] as const) {
    for (const reachKm of [14, 30, 48]) {
      const distances = distancesOf(reachKm, settingFor(width, height, zoom));
      assert.equal(distances.length, 2350, `${width} × ${height}, ${reachKm} km`);
      assert.ok(Math.max(...distances) <= reachKm);
    }
  }
});

test('the town they leave keeps the room of its symbol, and every dot holds its own', () => {
  for (const zoom of [8.2, 8.4, 8.6, 8.8, 9, 9.2]) {
    const setting = settingFor(350, 340, zoom);
    const { boxes } = placeAndDraw(PEOPLE, 1, setting);
    const [x, y] = restContext(setting).projection.project(TOWN);
    const symbol = { left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 };
    assert.ok(!boxes.some((box) => overlaps(box, symbol)), `at zoom ${zoom}`);
    for (const [left, top] of dotsAt(1, setting)) {
      assert.ok(boxes.some((box) => overlaps(box, { left, top, right: left + 0.01, bottom: top + 0.01 })));
    }
  }
});

test('the same reader and another reader see the same dots', () => {
  const copy = settingFor(700, 760, 9.55);
  assert.deepEqual(placeAndDraw(PEOPLE, 0.6, SETTINGS[0]), placeAndDraw({ ...PEOPLE }, 0.6, copy));
});

test('dots set out one after another, and the number on the way never falls', () => {
  const counts = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((t) => dotsAt(t, SETTINGS[0]).length);
  assert.equal(counts[0], 0);
  assert.deepEqual(
    counts,
    [...counts].sort((a, b) => a - b),
  );
  assert.ok((counts[1] ?? 0) > 0 && (counts[5] ?? 0) < 2350);
});

test('no dot jumps as t moves a little', () => {
  const [setting] = SETTINGS;
  const far = (a: readonly (readonly [number, number])[], b: typeof a): number =>
    Math.max(...a.map(([x, y]) => Math.min(...b.map(([u, v]) => Math.hypot(x - u, y - v)))));
  assert.ok(far(dotsAt(0.5, setting), dotsAt(0.502, setting)) < 8);
  assert.ok(far(dotsAt(0.998, setting), dotsAt(1, setting)) < 8);
});

test('dots stay on their places when the camera moves', () => {
  const [setting] = SETTINGS;
  const elsewhere = { ...setting, camera: { center: [36.5, 36], zoom: 9, pitch: 20, bearing: 10 } } as const;
  const { projection, restProjection } = viewOf(elsewhere);
  const moved = dotsAt(1, elsewhere);
  const rest = layOut(PEOPLE, setting);
  const expected = Array.from({ length: 2350 }, (_, i) =>
    projection.project(unproject(restProjection, [rest?.xs[i] ?? 0, rest?.ys[i] ?? 0])),
  );
  const byX = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0] || a[1] - b[1];
  const rounded = expected.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const).sort(byX);
  assert.deepEqual([...moved].sort(byX), rounded);
});

test('dots are strong at first and at their faintest where the way ends', () => {
  const opacities = plainMarks(marksOf(PEOPLE, 1, SETTINGS[0])).flatMap((mark) =>
    mark.type === 'path' && !mark.key.includes('/key/') ? [mark.opacity ?? 1] : [],
  );
  assert.equal(Math.max(...opacities), 1);
  assert.ok(Math.min(...opacities) >= 0.14 && Math.min(...opacities) < 0.3);
  assert.ok(opacities.length <= 8);
});

test('the key says what a dot is, shows it at its true size, and covers none', () => {
  for (const setting of SETTINGS) {
    const marks = plainMarks(marksOf(PEOPLE, 1, setting));
    const texts = textsOf(marks);
    assert.ok(texts.some(({ text }) => text === '100 people'));
    assert.equal(
      texts
        .slice(1)
        .map(({ text }) => text)
        .join(' '),
      PEOPLE.body,
    );
    const sample = marks.find(({ key }) => key === 'people/key/dot') as PathMark;
    assert.equal(sample.strokeWidth, (marks[0] as PathMark).strokeWidth);
    const dots = dotsAt(1, setting).map(([x, y]) => ({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }));
    for (const box of texts.map((mark) => textBox(mark, restContext(setting))))
      assert.ok(!dots.some((dot) => overlaps(box, dot)));
    assert.equal(pathPoints(sample.d).length, 2);
  }
});

const NOWHERE: Box = { left: 0, right: 0, top: 0, bottom: 0 };
/** Of the key, which is the last to take its room. */
const keyBox = (setting: Setting): Box => placeAndDraw(PEOPLE, 1, setting).boxes.at(-1) ?? NOWHERE;

test('the key leaves room for the names of the town they leave and of the places they pass', () => {
  for (const setting of SETTINGS) {
    const key = keyBox(setting);
    const nameOf = (id: 'next' | 'north'): Box => {
      const [x, y] = restContext(setting).projection.project(setting.places[id].lngLat);
      return { left: x + 8, right: x + 40, top: y - 8, bottom: y + 8 };
    };
    assert.ok(!overlaps(key, nameOf('next')) && !overlaps(key, nameOf('north')));
  }
  // They leave to the north-east, so that the town's name stands in the west.
  const named = { ...placeAt('town', TOWN), names: { en: 'Maaret al-Numan' } };
  for (const [width, height, zoom] of [
    [350, 330, 8.2],
    [350, 300, 8.4],
    [350, 360, 8.3],
    [420, 330, 8.2],
    [700, 500, 8.9],
  ] as const) {
    const base = settingFor(width, height, zoom);
    const setting = { ...base, places: { ...base.places, town: named } };
    const [x, y] = restContext(setting).projection.project(TOWN);
    const name = { left: x - 130, right: x, top: y - 10, bottom: y + 10 };
    assert.ok(!overlaps(keyBox(setting), name), `${width} × ${height}`);
  }
});

test('the key stands off the roads where there is room elsewhere, and across them before it goes without its body', () => {
  for (const setting of SETTINGS) {
    const { projection, freeBox } = restContext(setting);
    const before = keyBox(setting);
    const middle = (before.top + before.bottom) / 2;
    const lineAt = (y: number): readonly LngLat[] =>
      [freeBox.left, freeBox.right].map((x) => unproject(projection, [x, y]));
    const moved = keyBox({ ...setting, avoidLines: [lineAt(middle)] });
    assert.ok(moved.bottom < middle || moved.top > middle);
    const { top, bottom } = freeBox;
    const everywhere = Array.from({ length: Math.ceil((bottom - top) / 10) }, (_, at) => lineAt(top + at * 10));
    assert.deepEqual(keyBox({ ...setting, avoidLines: everywhere }), before);
  }
});

test('a place, region or fact that is missing draws nothing', () => {
  for (const missing of [{ within: 'elsewhere' }, { from: 'nowhere' }, { fact: 'none' }]) {
    assert.equal(placeAndDraw({ ...PEOPLE, ...missing }, 1, SETTINGS[0]).placement, null);
  }
});

test('those who have arrived are drawn as they were, while the others walk', () => {
  const pathsAt = (t: number): ReadonlyMap<string, string> =>
    new Map(
      plainMarks(marksOf(PEOPLE, t, SETTINGS[0])).flatMap((mark) =>
        mark.type === 'path' && !mark.key.includes('/key/') ? [[mark.key, mark.d] as const] : [],
      ),
    );
  const [before, after] = [pathsAt(0.8), pathsAt(0.8005)];
  const arrived = [...before.keys()].filter((key) => !key.endsWith('/walking'));
  const walking = [...before.keys()].filter((key) => key.endsWith('/walking'));
  assert.ok(arrived.length > 0 && walking.length > 0);
  for (const key of arrived) assert.equal(after.get(key), before.get(key));
  assert.ok(walking.some((key) => after.get(key) !== before.get(key)));
});
