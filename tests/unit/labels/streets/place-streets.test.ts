import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intersects } from '../../../../src/geo/boxes.ts';
import { createProjection } from '../../../../src/geo/mercator.ts';
import { buildMapBase, withAllNames, withNames } from '../../../../src/labels/section/map-base.ts';
import { sectionNames } from '../../../../src/labels/section/names/section-names.ts';
import { placeSection, type SectionPlacement } from '../../../../src/labels/section/place-section.ts';
import { streetMarks } from '../../../../src/labels/streets/street-marks.ts';
import type { Frame, Story } from '../../../../src/story/story.ts';
import { buildTimeline } from '../../../../src/story/timeline.ts';
import { frame, place, section, story } from '../../../support/story.ts';
import { tinyBasemap } from '../../../support/tiny-basemap.ts';

const VIEWPORT = { width: 1440, height: 900, dir: 'ltr', embed: false } as const;
const MIDDLE = [2, 41] as const;

const street = (text: string, east: number, north: number, own: object = {}) => ({
  names: { local: text, ar: 'شارع' },
  rank: 1,
  angle: 30,
  metres: 900,
  lngLat: [MIDDLE[0] + east, MIDDLE[1] + north] as const,
  ...own,
});

const told = (own: Partial<Frame>, locale = 'en'): Story => ({
  ...story(
    [
      section(0, {
        frame: frame({ center: MIDDLE, zoom: 16, ...own }),
        layers: { emphasis: {}, tints: [], wash: 0, detail: 1 },
      }),
    ],
    [place('square', ...MIDDLE)],
  ),
  locale,
});

function placedOn(one: Story, streets: readonly ReturnType<typeof street>[], places: readonly object[] = []) {
  const names = { streets, places: places as never[] };
  const base = withNames(buildMapBase(tinyBasemap, one), { index: 0, names }, one);
  const stop = buildTimeline(one).stop(0, VIEWPORT);
  const placement = placeSection(one, base, stop, VIEWPORT);
  const projection = createProjection(stop.camera, VIEWPORT.width, VIEWPORT.height);
  return { placement, projection, marks: streetMarks(placement.streets, projection) };
}

const texts = ({ streets }: SectionPlacement) => streets.map(({ text }) => text);
const CLOSE = 0.0012;

test('a street is named where it runs, along its angle, and its name keeps clear of all others', () => {
  const { placement, marks, projection } = placedOn(told({}), [
    street('High Street', 0, CLOSE),
    street('Mill Lane', 0, CLOSE, { angle: 32 }),
    street('Down Way', 0.003, -CLOSE, { angle: -75 }),
  ]);
  assert.deepEqual(texts(placement), ['High Street', 'Down Way']);
  const [first, second] = marks.map(({ marks: [mark] }) => mark);
  assert.ok(first?.type === 'text' && second?.type === 'text');
  assert.ok(Math.abs((first.turn ?? 0) - 30) < 0.1 && Math.abs((second.turn ?? 0) + 75) < 0.1);
  const [x, y] = projection.project([MIDDLE[0], MIDDLE[1] + CLOSE]);
  assert.ok(Math.hypot((marks[0]?.x ?? 0) - x, (marks[0]?.y ?? 0) - y) < 0.01);
  const all = placement.labels.flatMap(({ boxes }) => boxes);
  assert.ok(all.length > 0);
  for (const box of placement.streets.flatMap(({ boxes }) => boxes))
    assert.ok(!all.some((other) => intersects(box, other)));
});

test('on a turned map names follow their streets, and none stands on its head', () => {
  for (const bearing of [-170, -95, 0, 60, 140]) {
    const { marks } = placedOn(told({ bearing }), [street('High Street', 0, CLOSE), street('Back Street', 0, -CLOSE)]);
    for (const {
      marks: [mark],
    } of marks) {
      assert.ok(mark?.type === 'text');
      const turn = mark.turn ?? 0;
      assert.ok(turn > -90.01 && turn <= 90.01, `${bearing}: ${turn}`);
      const off = ((((turn - (30 - bearing)) % 180) + 270) % 180) - 90;
      assert.ok(Math.abs(off) < 0.1, `${bearing}: ${turn}`);
    }
  }
});

test('a name longer than its stretch of street, one from afar, and the same name again nearby are left out', () => {
  const fits = (own: object, zoom = 16) =>
    texts(placedOn(told({ zoom }), [street('High Street', 0, CLOSE, own)]).placement);
  assert.deepEqual(fits({}), ['High Street']);
  assert.deepEqual(fits({ metres: 20 }), []);
  assert.deepEqual(fits({}, 13), []);
  assert.deepEqual(fits({ rank: 3 }, 14.5), []);
  const twice = [street('High Street', 0, CLOSE), street('High Street', 0.0008, CLOSE * 1.4)];
  assert.equal(placedOn(told({}), twice).placement.streets.length, 1);
});

test('a steep view names great streets alone', () => {
  const streets = [street('High Street', 0, CLOSE), street('Low Street', 0.002, -CLOSE, { rank: 2 })];
  assert.deepEqual(texts(placedOn(told({}), streets).placement).sort(), ['High Street', 'Low Street']);
  assert.deepEqual(texts(placedOn(told({ pitch: 50 }), streets).placement), ['High Street']);
});

test('a name is in the page’s language, then in those it falls back to, then as it is written on the spot', () => {
  const texts = (names: Record<string, string>, ...locales: readonly string[]) =>
    sectionNames({ streets: [street('', 0, 0, { names })], places: [] }, locales).streets.map(({ text }) => text);
  assert.deepEqual(texts({ local: 'Calle', ar: 'شارع', en: 'Street' }, 'ar', 'en'), ['شارع']);
  assert.deepEqual(texts({ local: 'Calle', en: 'Street' }, 'ar', 'en'), ['Street']);
  assert.deepEqual(texts({ local: 'Calle' }, 'ar', 'en'), ['Calle']);
  assert.deepEqual(texts({}, 'ar', 'en'), []);
});

test('places of the detail are named as towns are, but not beside the story’s own place or the basemap’s town of that name', () => {
  const spot = (name: string, east: number) => ({
    names: { local: name },
    rank: 2,
    lngLat: [MIDDLE[0] + east, MIDDLE[1]],
  });
  const { placement } = placedOn(told({}), [], [spot('Old Town', 0.003), spot('The same square', 0.0005)]);
  const named = placement.labels.map(({ id, lines: [line] }) => line?.text ?? id);
  assert.ok(named.includes('Old Town'), `${named}`);
  assert.ok(!named.includes('The same square'), `${named}`);
});

test('a map without detail has no names of streets', () => {
  const one = told({});
  const stop = buildTimeline(one).stop(0, VIEWPORT);
  assert.deepEqual(placeSection(one, buildMapBase(tinyBasemap, one), stop, VIEWPORT).streets, []);
});

test('with the map in hand, the names of all cuts stand there, those of two cuts once', () => {
  const one = told({});
  const cut = (index: number, ...streets: readonly ReturnType<typeof street>[]) => ({
    index,
    names: { streets, places: [] },
  });
  const names = [
    cut(3, street('High Street', 0, CLOSE)),
    cut(4, street('High Street', 0, CLOSE), street('Down Way', 0.003, -CLOSE)),
  ];
  const base = names.reduce((made, more) => withNames(made, more, one), buildMapBase(tinyBasemap, one));
  const stop = buildTimeline(one).stop(0, VIEWPORT);
  assert.deepEqual(texts(placeSection(one, base, stop, VIEWPORT)), []);
  assert.deepEqual(texts(placeSection(one, withAllNames(base, 0, one), stop, VIEWPORT)), ['High Street', 'Down Way']);
});
