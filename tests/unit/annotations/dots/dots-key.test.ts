import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Box, LngLat } from '../../../../src/geo/lng-lat.ts';
import { unproject } from '../../../../src/geo/mercator.ts';
import type { PathMark } from '../../../../src/marks/mark.ts';
import { plainMarks } from '../../../../src/marks/plain-marks.ts';
import { overlaps, pathPoints, textBox, textsOf } from '../../../support/chart-marks.ts';
import { marksOf, placeAndDraw, placeAt, restContext, type Setting } from '../../../support/kind-context.ts';
import { dotsAt, PEOPLE, SETTINGS, settingFor, TOWN } from './dots-context.ts';

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
