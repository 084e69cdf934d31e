import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intersects, isWithin } from '../../../src/geo/boxes.ts';
import type { Box } from '../../../src/geo/lng-lat.ts';
import { Collisions } from '../../../src/labels/collisions.ts';
import { labelledLine, lineLabelMarks } from '../../../src/labels/line-label.ts';
import { restContext, type Setting, viewOf } from '../../support/kind-context.ts';

const WORDS = { route: 'data/way#a', label: 'the way north' };
const place = (
  own: Partial<Parameters<typeof labelledLine>[0]> = {},
  taken: readonly Box[] = [],
  setting: Setting = {},
) => labelledLine({ ...WORDS, ...own }, restContext(setting), Collisions.of(taken));

test('words stand beside their line, in the free box and clear of the line itself', () => {
  const line = place();
  assert.ok(line?.label);
  const { box } = line.label;
  assert.ok(isWithin(box, restContext().freeBox));
  for (const piece of line.boxes.filter((one) => one !== box)) assert.ok(!intersects(piece, box));
});

test('words keep clear of every part of a line that comes back', () => {
  const legs = [36.6, 36.65, 36.7, 36.75, 36.8, 36.85, 36.9].flatMap((lng, at) => {
    const [from, to] = at % 2 === 0 ? [35.55, 35.85] : [35.85, 35.55];
    return [[lng, from] as const, [lng, to] as const];
  });
  const atlas = { route: () => [legs], area: () => null };
  const line = labelledLine({ ...WORDS, route: 'basemap:R1' }, restContext({ atlas }), Collisions.NONE);
  assert.ok(line && line.boxes.length > 40);
  const { label } = line;
  for (const piece of line.boxes.filter((one) => one !== label?.box)) {
    assert.ok(label === null || !intersects(piece, label.box));
  }
});

test('they begin near the middle of the line and go elsewhere along it where that is taken', () => {
  const first = place()?.label;
  assert.ok(first);
  const second = place({}, [first.box])?.label;
  assert.ok(second && !intersects(first.box, second.box));
});

test('the line holds its room even where its words find none', () => {
  const everything = { left: 0, right: 1440, top: 0, bottom: 900 };
  const line = place({}, [everything]);
  assert.ok(line && line.label === null && line.boxes.length > 0);
});

test('a line without words, or a road whose own number they are, has none', () => {
  assert.equal(place({ label: '' })?.label, null);
  assert.equal(place({ route: 'basemap:M5', label: 'M5' })?.label, null);
  assert.ok(place({ route: 'basemap:M5', label: 'the M5' })?.label);
});

test('what the story does not have is no line', () => {
  assert.equal(place({ route: 'data/none#a' }), null);
  assert.equal(place({ span: [0.5, 0.5] }), null);
});

test('a part of a line is drawn between its shares, or between two places', () => {
  const lengthOf = (line: ReturnType<typeof place>): number =>
    (line?.pieces ?? []).flat().reduce((sum, _point, at, all) => {
      const [a, b] = [all[at - 1], all[at]];
      return a && b ? sum + Math.hypot(a[0] - b[0], a[1] - b[1]) : sum;
    }, 0);
  const whole = lengthOf(place());
  assert.ok(Math.abs(lengthOf(place({ span: [0, 0.5] })) / whole - 0.5) < 0.05);
  const between = lengthOf(place({ between: ['town', 'saraqeb'] }));
  assert.ok(between > 0 && between < whole);
});

test('its words move with the line and fade as they are told', () => {
  const label = place()?.label ?? null;
  assert.deepEqual(lineLabelMarks('way', null, 1, viewOf()), []);
  assert.deepEqual(lineLabelMarks('way', label, 0, viewOf()), []);
  const [still] = lineLabelMarks('way', label, 0.5, viewOf());
  const [moved] = lineLabelMarks(
    'way',
    label,
    0.5,
    viewOf({ camera: { center: [36.8, 35.7], zoom: 10.2, pitch: 0, bearing: 0 } }),
  );
  assert.ok(still?.type === 'anchored' && moved?.type === 'anchored');
  assert.ok(moved.x < still.x, 'the camera went east, so the words go west');
  assert.equal(still.opacity, 0.5);
});
