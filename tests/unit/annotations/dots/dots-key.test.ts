import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDots } from '../../../../src/annotations/dots/dots.ts';
import type { Box, LngLat } from '../../../../src/geo/lng-lat.ts';
import { unproject } from '../../../../src/geo/mercator.ts';
import type { MarkContext, PathMark } from '../../../../src/marks/mark.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import { overlaps, pathPoints, textBox, textsOf } from '../../charts/chart-context.ts';
import { annotation, CONTEXTS, contextFor, dotsAt, placeAt, TOWN } from '../dots-context.ts';

const keyBox = (context: MarkContext): Box => drawDots(annotation, 1, context).boxes.at(-1) ?? context.freeBox;

test('the key says what a dot is, shows it at its true size, and covers none', () => {
  for (const context of CONTEXTS) {
    const marks = plainMarks(drawDots(annotation, 1, context).marks);
    const texts = textsOf(marks);
    assert.ok(texts.some(({ text }) => text === '100 people'));
    assert.equal(
      texts
        .slice(1)
        .map(({ text }) => text)
        .join(' '),
      annotation.body,
    );
    const sample = marks.find(({ key }) => key === 'people/key/dot') as PathMark;
    assert.equal(sample.strokeWidth, (marks[0] as PathMark).strokeWidth);
    const dots = dotsAt(1, context).map(([x, y]) => ({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }));
    for (const box of texts.map((mark) => textBox(mark, context))) assert.ok(!dots.some((dot) => overlaps(box, dot)));
    assert.equal(pathPoints(sample.d).length, 2);
  }
});

test('the key leaves room for the names of the town they leave and of the places they pass', () => {
  for (const context of CONTEXTS) {
    const key = keyBox(context);
    const nameOf = (id: string): Box => {
      const [x, y] = context.restProjection.project(context.places[id]?.lngLat ?? [0, 0]);
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
    const base = contextFor(width, height, zoom);
    const context = { ...base, places: { ...base.places, town: named } };
    const [x, y] = context.restProjection.project(TOWN);
    const name = { left: x - 130, right: x, top: y - 10, bottom: y + 10 };
    assert.ok(!overlaps(keyBox(context), name), `${width} × ${height}`);
  }
});

test('the town they leave keeps the room of its symbol, and every dot holds its own', () => {
  for (const zoom of [8.2, 8.4, 8.6, 8.8, 9, 9.2]) {
    const context = contextFor(350, 340, zoom);
    const { boxes } = drawDots(annotation, 1, context);
    const [x, y] = context.restProjection.project(TOWN);
    const symbol = { left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 };
    assert.ok(!boxes.some((box) => overlaps(box, symbol)), `at zoom ${zoom}`);
    for (const [left, top] of dotsAt(1, context)) {
      assert.ok(boxes.some((box) => overlaps(box, { left, top, right: left + 0.01, bottom: top + 0.01 })));
    }
  }
});

test('the key stands off the roads where there is room elsewhere, and across them before it goes without its body', () => {
  for (const context of CONTEXTS) {
    const before = keyBox(context);
    const middle = (before.top + before.bottom) / 2;
    const lineAt = (y: number): readonly LngLat[] =>
      [context.freeBox.left, context.freeBox.right].map((x) => unproject(context.restProjection, [x, y]));
    const moved = keyBox({ ...context, avoidLines: [lineAt(middle)] });
    assert.ok(moved.bottom < middle || moved.top > middle);
    const { top, bottom } = context.freeBox;
    const everywhere = Array.from({ length: Math.ceil((bottom - top) / 10) }, (_, at) => lineAt(top + at * 10));
    assert.deepEqual(keyBox({ ...context, avoidLines: everywhere }), before);
  }
});
