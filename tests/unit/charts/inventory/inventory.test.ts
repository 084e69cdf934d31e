import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DRAWING_NAMES, DRAWINGS } from '../../../../src/charts/inventory/drawings/drawings.ts';
import { layOutInventory, type Thing } from '../../../../src/charts/inventory/inventory-layout.ts';
import { placeStroke, strokeLength } from '../../../../src/charts/inventory/stroke.ts';
import type { PathMark } from '../../../../src/marks/mark.ts';
import { typeStyle } from '../../../../src/typography/type-scale.ts';
import { overlaps, pathPoints, textBox, textsOf } from '../../../support/chart-marks.ts';
import { annotation, chartSetting, marksOf, restContext } from '../../../support/kind-context.ts';

const THINGS = annotation({
  kind: 'inventory',
  id: 'things',
  items: [
    { drawing: 'mattresses', label: 'Thin mattresses' },
    { drawing: 'toys', label: 'Children’s toys' },
    { drawing: 'gas-heater', label: 'A gas heater' },
    { drawing: 'pick-up', label: 'One pick-up' },
  ],
});
const WIDE = chartSetting(1296, 400);

const inkOf = (t: number, setting = WIDE): readonly PathMark[] =>
  marksOf(THINGS, t, setting).filter((mark) => mark.type === 'path' && mark.stroke === 'ink') as PathMark[];

test('nothing is drawn at the beginning and every stroke is whole at the end', () => {
  assert.deepEqual(marksOf(THINGS, 0, WIDE), []);
  const strokes = Object.values(DRAWINGS).filter((_, i) =>
    THINGS.items.some(({ drawing }) => drawing === DRAWING_NAMES[i]),
  );
  const all = inkOf(1);
  assert.equal(
    all.length,
    strokes.reduce((sum, drawing) => sum + drawing.strokes.length, 0),
  );
  assert.ok(all.every(({ drawn }) => drawn === undefined));
});

test('strokes only grow, their keys stay, and at most one is being drawn', () => {
  const reached = new Map<string, number>();
  for (let t = 0; t <= 1; t += 0.02) {
    const strokes = inkOf(t);
    assert.ok(strokes.filter(({ drawn }) => drawn !== undefined).length <= 1);
    for (const { key, drawn = 1 } of strokes) {
      assert.ok(drawn >= (reached.get(key) ?? 0));
      reached.set(key, drawn);
    }
    assert.equal(strokes.length, reached.size);
  }
});

test('drawings use absolute M, L, C and Z alone and stand within their own size', () => {
  for (const [name, drawing] of Object.entries(DRAWINGS)) {
    for (const stroke of drawing.strokes) {
      assert.match(stroke, /^[MLCZ\d\s.,-]+$/, name);
      for (const [x, y] of pathPoints(stroke)) {
        assert.ok(x >= -12 && x <= drawing.width + 12 && y >= -8 && y <= drawing.height + 2, `${name}: ${x},${y}`);
      }
    }
  }
});

test('a row of things stays in the free box and captions stay apart, at every width and in both directions', () => {
  for (const width of [280, 350, 480, 700, 1000, 1296, 1600]) {
    for (const dir of ['ltr', 'rtl'] as const) {
      const setting = chartSetting(width, 380, { dir });
      const context = restContext(setting);
      const { left, right, top, bottom } = context.freeBox;
      const marks = marksOf(THINGS, 1, setting);
      for (const mark of marks.filter((m): m is PathMark => m.type === 'path' && m.stroke === 'ink')) {
        for (const [x, y] of pathPoints(mark.d)) {
          assert.ok(x >= left - 4 && x <= right + 4 && y >= top - 4 && y <= bottom, `${mark.key} ${x},${y}`);
        }
      }
      const boxes = textsOf(marks).map((mark) => textBox(mark, context));
      boxes.forEach((a, i) => {
        assert.ok(a.left >= left - 1 && a.right <= right + 1 && a.bottom <= bottom, JSON.stringify(a));
        for (const b of boxes.slice(i + 1)) assert.ok(!overlaps(a, b));
      });
    }
  }
});

test('forty things are set out after some thousand looks at their sizes, not after one for each way to break them', () => {
  let looks = 0;
  const look = (size: number): number => {
    looks += 1;
    assert.ok(looks < 20_000, 'too many looks');
    return size;
  };
  const things = Array.from({ length: 40 }, (_, index): Thing => {
    const drawing = {
      strokes: [],
      get width() {
        return look(60 + ((index * 37) % 90));
      },
      get height() {
        return look(50 + ((index * 53) % 120));
      },
    };
    return { drawing, label: `Thing ${index}` };
  });
  const box = { left: 20, top: 20, right: 1020, bottom: 720 };
  const rows = layOutInventory(things, box, typeStyle('caption', 'desktop'), false);
  assert.ok(rows.length > 2);
  assert.deepEqual(
    rows.flatMap((row) => row.things.map(({ drawing }) => drawing)),
    things.map(({ drawing }) => drawing),
  );
});

test('in a story read from the right the pick-up stands at the left and faces left', () => {
  const truck = (dir: 'ltr' | 'rtl'): number[] =>
    inkOf(1, chartSetting(1296, 400, { dir }))
      .filter(({ key }) => key.startsWith('things/0/3/'))
      .flatMap(({ d }) => pathPoints(d).map(([x]) => x));
  const mirrored = truck('ltr').map((x) => 40 + 1296 - x);
  for (const [i, x] of truck('rtl').entries()) assert.ok(Math.abs(x - (mirrored[i] ?? 0)) < 0.21);
});

test('only the road is red', () => {
  const marks = marksOf(THINGS, 1, WIDE);
  const red = marks.filter((mark) => mark.type === 'path' && mark.stroke === 'red');
  assert.ok(red.length > 0);
  for (const { key } of red) assert.match(key, /\/road/);
  const texts = marks.filter((mark) => mark.type === 'text');
  assert.ok(texts.length > 0);
  for (const { tone } of texts) assert.equal(tone, 'ink');
});

test('a stroke is as long as its lines, its circle and its closing', () => {
  assert.equal(strokeLength('M0,0 L3,4'), 5);
  assert.equal(strokeLength('M0,0 L3,0 L3,4Z'), 12);
  const wheel = DRAWINGS['pick-up'].strokes[1] ?? '';
  assert.ok(Math.abs(strokeLength(wheel) - 2 * Math.PI * 33.5) < 1.5);
});

test('a placed stroke is scaled, moved and turned round', () => {
  const at = { x: 100, y: 10, scale: 2, width: 20, mirrored: false };
  assert.equal(placeStroke('M0,0 L10,5', at), 'M100 10L120 20');
  assert.equal(placeStroke('M0,0 L10,5', { ...at, mirrored: true }), 'M140 10L120 20');
});
