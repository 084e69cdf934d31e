import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layOutUnits, squareSizes } from '../../../../src/charts/units/units-layout.ts';
import { parseAnnotation } from '../../../../src/content/schema/annotation.ts';
import { isWithin } from '../../../../src/geo/boxes.ts';
import { polygonsContain } from '../../../../src/geo/point-in-polygons.ts';
import type { PathMark } from '../../../../src/marks/mark.ts';
import {
  annotation,
  chartSetting,
  collisionsIn,
  type KindOf,
  marksOf,
  restContext,
  type Setting,
} from '../../../support/kind-context.ts';

type Units = KindOf<'units'>;

const RAW = {
  kind: 'units',
  id: 'people',
  per: 10_000,
  whole: 3_000_000,
  part: 1_500_000,
  partLabel: 'Half of them',
  label: 'Three million people',
  unitLabel: 'A square is ten thousand people.',
} as const;
const units = (own: object = {}): Units => annotation({ ...RAW, ...own });

const WIDE = chartSetting(700, 500);
const PHONE: Setting = { ...chartSetting(350, 400), sizeClass: 'phone' };

const squaresIn = (one: Units, key: RegExp, t = 1, setting: Setting = WIDE): number =>
  marksOf(one, t, setting)
    .filter((mark): mark is PathMark => mark.type === 'path' && key.test(mark.key))
    .reduce((sum, { d }) => sum + (d.match(/M/g)?.length ?? 0), 0);

test('there is a square for every so many people, and as many are marked as the part makes', () => {
  for (const setting of [WIDE, PHONE]) {
    assert.equal(squaresIn(units(), /all$/, 1, setting), 300);
    assert.equal(squaresIn(units(), /part$/, 1, setting), 150);
  }
  assert.equal(squaresIn(units({ part: 0 }), /part|fading/), 0);
});

test('“more than” goes on beyond the figure, “nearly” lets go before it, and an exact part does neither', () => {
  const more = units({ exactness: 'more-than' });
  assert.deepEqual([squaresIn(more, /part$/), squaresIn(more, /fading/)], [150, 5]);
  const nearly = units({ exactness: 'nearly' });
  assert.deepEqual([squaresIn(nearly, /part$/), squaresIn(nearly, /fading/)], [145, 5]);
  assert.equal(squaresIn(units(), /fading/), 0);
});

test('squares are marked one after another as it is drawn', () => {
  const counts = [0.01, 0.25, 0.5, 0.75, 1].map((t) => squaresIn(units(), /part$/, t));
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => a - b),
  );
  assert.ok((counts[1] ?? 0) > 0 && (counts[1] ?? 0) < 150);
});

test('a square is of the same size whatever it counts, and the squares stand in the free box', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1100 }), fc.constantFrom(WIDE, PHONE), (tens, setting) => {
      const context = restContext(setting);
      const one = units({ whole: tens * 10_000, part: 0 });
      const { squares, columns, count, box } = layOutUnits(one, context, collisionsIn(setting));
      assert.equal(count, tens);
      assert.equal((squares.right - squares.left) / columns, squareSizes(context).pitch);
      assert.equal(columns % 10, 0);
      assert.ok(isWithin(box, context.freeBox));
    }),
  );
});

test('it keeps out of a region that it is no count of, where the screen has room beside it', () => {
  const context = restContext(WIDE);
  const { left, right, top, bottom } = context.freeBox;
  const toLngLat = (x: number, y: number): readonly [number, number] => {
    const [a, b] = [context.projection.project([36.5, 35.5]), context.projection.project([37, 36])];
    return [36.5 + ((x - a[0]) / (b[0] - a[0])) * 0.5, 35.5 + ((y - a[1]) / (b[1] - a[1])) * 0.5];
  };
  const half = (from: number, to: number) => {
    const corners = [
      [left, from],
      [right, from],
      [right, to],
      [left, to],
    ] as const;
    const ring = [...corners, corners[0]].map(([x, y]) => toLngLat(x, y));
    const setting = {
      ...WIDE,
      atlas: { route: () => null, area: (name: string) => (name === 'XX.YY' ? [[ring]] : null) },
    };
    const one = units({ clearOf: 'XX.YY' });
    const layout = layOutUnits(one, restContext(setting), collisionsIn(setting));
    const shape = [[corners.map(([x, y]) => [x, y] as const)]];
    const { box } = layout;
    return polygonsContain(shape, [(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
  };
  const middle = (top + bottom) / 2;
  assert.equal(half(middle + 20, bottom), false);
  assert.equal(half(top, middle - 20), false);
});

test('a part larger than the whole, and more squares than anyone can see, are refused', () => {
  const refused = (own: object, message: RegExp) =>
    assert.throws(() => parseAnnotation({ ...RAW, ...own } as never), message);
  assert.ok(parseAnnotation(RAW));
  refused({ part: 4_000_000 }, /no more than .whole/);
  refused({ per: 100 }, /no more than 2500 squares/);
  refused({ per: 0 }, /per/);
});
