import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boxAround, intersects } from '../../../../src/geo/boxes.ts';
import type { Box, Projection } from '../../../../src/geo/lng-lat.ts';
import type { PlacedLabel } from '../../../../src/labels/placed-label.ts';
import {
  labelMarks,
  type PlaceLabelsInput,
  placeLabels,
  placeWanted,
  type TownInput,
} from '../../../../src/labels/towns/place-labels.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import {
  cameras,
  collisionsIn,
  PLACES,
  REST,
  ROAD,
  restContext,
  type Setting,
  sizeClasses,
  TOWN,
  viewOf,
} from '../../../support/kind-context.ts';

const INPUT: PlaceLabelsInput = {
  towns: Object.values(PLACES),
  areaNames: [],
  focus: 'town',
  hidden: new Set(),
  secondLocale: 'ar',
  roomPx: { left: 0, right: 0, top: 0, bottom: 0 },
};
const place = (input: PlaceLabelsInput, setting: Setting = {}, first: readonly PlacedLabel[] = []) =>
  placeLabels(input, restContext(setting), collisionsIn(setting), first);
const placeOnlyWanted = (input: PlaceLabelsInput, setting: Setting = {}) =>
  placeWanted(input, restContext(setting), collisionsIn(setting));
const towns: fc.Arbitrary<readonly TownInput[]> = fc
  .array(
    fc.record({
      at: fc.tuple(fc.double({ min: 36.5, max: 36.95, noNaN: true }), fc.double({ min: 35.5, max: 35.9, noNaN: true })),
      rank: fc.constantFrom(1 as const, 2 as const, 3 as const),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ at, rank }, index) => ({
      id: `t${index}`,
      lngLat: at,
      rank,
      names: { en: `Town ${index}`, ar: `بلدة ${index}` },
    })),
  );
const idOf = (labels: readonly PlacedLabel[], id: string): PlacedLabel | undefined =>
  labels.find((label) => label.id === id);

test('no name or symbol lies over another, or over what annotations hold', () => {
  fc.assert(
    fc.property(towns, cameras, sizeClasses, (list, rest, sizeClass) => {
      const taken: Box[] = [{ left: 300, top: 200, right: 420, bottom: 330 }];
      const labels = place({ ...INPUT, towns: [...INPUT.towns, ...list] }, { rest, sizeClass, taken });
      const boxes = labels.map((label) => label.boxes);
      boxes.forEach((own, index) => {
        for (const other of boxes.slice(index + 1).flat()) assert.ok(own.every((box) => !intersects(box, other)));
      });
      for (const label of labels) {
        const [, name] = label.boxes;
        assert.ok(name === undefined || !taken.some((box) => intersects(box, name)));
      }
    }),
    { numRuns: 60 },
  );
});

test('a name of a higher rank is never given up for one of a lower', () => {
  const beside = (rank: 1 | 3, id: string, lng: number): TownInput => ({
    id,
    lngLat: [lng, 35.7],
    rank,
    names: { en: 'A long name of a town' },
  });
  const crowd = [beside(3, 'small', 36.7), beside(1, 'large', 36.701)];
  const labels = place({ ...INPUT, towns: crowd, focus: null });
  assert.ok(idOf(labels, 'large'));
  assert.equal(idOf(labels, 'small'), undefined);
});

test('symbols stay on their places and keys stay the same at any camera', () => {
  const labels = place(INPUT);
  const marksIn = (projection: Projection) => plainMarks(labelMarks(labels, projection));
  const keys = marksIn(viewOf().projection).map(({ key }) => key);
  assert.ok(keys.includes('label:town:0') && keys.includes('label:town:dot'));
  fc.assert(
    fc.property(cameras, (camera) => {
      const { projection } = viewOf({ camera });
      const marks = marksIn(projection);
      assert.deepEqual(
        marks.map(({ key }) => key),
        keys,
      );
      const dot = marks.find(({ key }) => key === 'label:town:dot');
      const [x, y] = projection.project(TOWN);
      assert.ok(dot?.type === 'circle' && Math.hypot(dot.cx - x, dot.cy - y) < 0.1);
    }),
  );
});

test('a place an annotation names keeps its symbol and loses its name', () => {
  const label = idOf(place({ ...INPUT, hidden: new Set(['saraqeb']) }), 'saraqeb');
  assert.deepEqual(label?.lines, []);
  assert.equal(label?.boxes.length, 1);
});

test('the story’s language stands above the other one', () => {
  const languages = (locale: 'en' | 'ar') =>
    idOf(place({ ...INPUT, secondLocale: locale === 'en' ? 'ar' : 'en' }, { locale }), 'saraqeb')?.lines.map(
      ({ lang, role }) => `${role} ${lang}`,
    );
  assert.deepEqual(languages('en'), ['rank-2 en', 'second-2 ar']);
  assert.deepEqual(languages('ar'), ['rank-2 ar', 'second-2 en']);
});

test('beside a name stands the country’s own where it is known, and never another as if it were', () => {
  const lines = (town: Partial<TownInput>, secondLocale: string | null) => {
    const named = { ...PLACES['saraqeb'], ...town } as TownInput;
    return idOf(place({ ...INPUT, towns: [named], secondLocale }), 'saraqeb')?.lines.map(({ text }) => text);
  };
  const names = { en: 'Budapest', pt: 'Budapeste', el: 'Βουδαπέστη' };
  assert.deepEqual(lines({ names, own: 'el' }, 'pt'), ['Budapest', 'Βουδαπέστη']);
  assert.deepEqual(lines({ names }, null), ['Budapest']);
  assert.deepEqual(lines({ names: { en: 'Athens', el: 'Athens' }, own: 'el' }, null), ['Athens']);
});

test('a name missing in the page’s language is given in the next best, marked as that', () => {
  const town = { ...PLACES['saraqeb'], names: { de: 'Saraqib', en: 'Saraqeb' } } as TownInput;
  const line = (otherLocales: readonly string[]) =>
    idOf(place({ ...INPUT, towns: [town], secondLocale: null, otherLocales }, { locale: 'ar' }), 'saraqeb')?.lines[0];
  assert.equal(line(['de', 'en'])?.text, 'Saraqib');
  assert.equal(line(['fr', 'en'])?.lang, 'en');
  assert.equal(line(['fr']), undefined);
});

test('the smallest towns have one line on a map of a wide country', () => {
  const lines = (zoom: number) => idOf(place(INPUT, { rest: { ...REST, zoom } }), 'ariha')?.lines.length;
  assert.equal(lines(10), 2);
  assert.equal(lines(8.5), 1);
});

test('a name below rank 1 never crosses a road', () => {
  fc.assert(
    fc.property(towns, (list) => {
      const small = list.map((town): TownInput => ({ ...town, rank: 3 }));
      const road = ROAD.map((vertex) => restContext().projection.project(vertex));
      for (const { boxes } of place({ ...INPUT, towns: small, focus: null }, { avoidLines: [ROAD] })) {
        const name = boxes[1];
        if (name === undefined) continue;
        for (let share = 0; share <= 1; share += 0.01) {
          road.slice(1).forEach(([x, y], index) => {
            const [fromX, fromY] = road[index] ?? [0, 0];
            const [px, py] = [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
            assert.ok(!(px > name.left && px < name.right && py > name.top && py < name.bottom));
          });
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('a name the section asks for is there whatever lies round it, but never over a text', () => {
  const pieces = Array.from({ length: 240 }, (_, index) => {
    const [x, y] = restContext().projection.project(TOWN);
    return boxAround([x - 220 + (index % 24) * 20, y - 100 + Math.floor(index / 24) * 20], 9);
  });
  const setting = { taken: pieces };
  const wanted = { ...INPUT, focus: null, wanted: new Set(['town']) };
  assert.equal(idOf(placeOnlyWanted(wanted, setting), 'town')?.lines.length, 2);
  assert.equal(idOf(place({ ...wanted, wanted: new Set() }, setting), 'town'), undefined);
  const text = { left: 0, top: 0, right: 1440, bottom: 900 };
  assert.equal(idOf(placeOnlyWanted(wanted, { taken: [text] }), 'town'), undefined);
});

test('a name whose words stand on lines of their own is as wide as its longest word', () => {
  const boxOf = (broken: boolean) =>
    place({
      ...INPUT,
      towns: [],
      areaNames: [{ id: 'n', kind: 'water', lngLat: [36.7, 35.7], names: { en: 'Mediterranean Sea' }, broken }],
    })[0];
  const [whole, broken] = [boxOf(false), boxOf(true)];
  assert.deepEqual(
    broken?.lines.map(({ text }) => text),
    ['Mediterranean', 'Sea'],
  );
  const width = (label: PlacedLabel | undefined) => (label?.boxes[0]?.right ?? 0) - (label?.boxes[0]?.left ?? 0);
  assert.ok(width(broken) < width(whole));
});

test('the focus placed first keeps its place among all the others', () => {
  const [focus] = placeOnlyWanted(INPUT);
  const labels = place(INPUT, {}, focus === undefined ? [] : [focus]);
  assert.equal(labels[0], focus);
  assert.equal(labels.filter(({ id }) => id === 'town').length, 1);
});

test('names of countries are set in capitals and of waters as they are', () => {
  const names = (kind: 'country' | 'water') =>
    place({
      ...INPUT,
      towns: [],
      areaNames: [{ id: 'n', kind, lngLat: [36.7, 35.7], names: { en: 'Some Name' } }],
    })[0]?.lines[0]?.text;
  assert.equal(names('country'), 'SOME NAME');
  assert.equal(names('water'), 'Some Name');
});

test('a town that a line passes without a road is left out, unless the section asks for it', () => {
  const point = restContext().projection.project(PLACES['ariha']?.lngLat ?? [0, 0]);
  const taken = [boxAround(point, 4)];
  const hasAriha = (changes: Partial<PlaceLabelsInput>, avoidLines: NonNullable<Setting['avoidLines']> = []): boolean =>
    idOf(place({ ...INPUT, ...changes }, { taken, avoidLines }), 'ariha') !== undefined;
  const road = [
    [36.5, 35.81374],
    [36.7, 35.81374],
  ] as const;
  assert.ok(!hasAriha({}));
  assert.ok(hasAriha({ wanted: new Set(['ariha']) }));
  assert.ok(hasAriha({}, [road]));
});

test('the symbol of the focus does not lie on a text', () => {
  const [x, y] = restContext().projection.project(TOWN);
  const text = { left: x - 400, right: x + 400, top: y - 60, bottom: y + 60 };
  assert.equal(idOf(place(INPUT, { taken: [text] }), 'town'), undefined);
});

test('the shorter line of a name may stand where the longer one could not', () => {
  const free = idOf(place(INPUT), 'town');
  const [, first, second] = free?.boxes ?? [];
  assert.ok(free && first && second && second.right < first.right - 40);
  const beside = { left: second.right + 2, right: first.right, top: first.bottom + 1, bottom: second.bottom };
  const placed = idOf(place(INPUT, { taken: [beside] }), 'town');
  assert.deepEqual(placed?.boxes, free.boxes);
});
