import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markdownTable } from '../../../../src/cli/basemap/markdown-table.ts';
import { parseBounds } from '../../../../src/cli/basemap/parse-bounds.ts';
import { defaultDetail } from '../../../../src/cli/basemap/scale.ts';

const problemOf = (text: string): string => {
  const bounds = parseBounds(text);
  return 'problem' in bounds ? bounds.problem : '';
};

test('bounds that can be drawn are read as they are, with blanks or without', () => {
  const boxes = fc.tuple(
    fc.double({ min: -180, max: 120, noNaN: true }),
    fc.double({ min: -85, max: 25, noNaN: true }),
    fc.double({ min: 0.3, max: 60, noNaN: true }),
    fc.double({ min: 0.3, max: 60, noNaN: true }),
  );
  fc.assert(
    fc.property(boxes, ([west, south, width, height]) => {
      const box = [west + 0, south + 0, west + width, south + height];
      fc.pre(Math.max(width, height) < 59.9);
      assert.deepEqual(parseBounds(box.join(' , ')), box);
    }),
  );
});

test('what is not four numbers is told with an example', () => {
  for (const text of ['', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '1,,3,4', '1,2,3,Infinity']) {
    assert.match(problemOf(text), /is not four numbers\. Give west,south,east,north/, text);
  }
});

test('each fault is told by its cause', () => {
  assert.match(problemOf('33,120,38,130'), /Did you swap longitude and latitude/);
  assert.match(problemOf('10,70,20,88'), /within ±85°/);
  assert.match(problemOf('-190,10,-170,20'), /within ±180°/);
  assert.match(problemOf('10,10,5,20'), /west \(10\) must be less than east \(5\)/);
  assert.match(problemOf('10,20,15,12'), /south \(20\) must be less than north \(12\)/);
  assert.match(problemOf('-90,-40,290,40'), /no more than west \+ 360/);
  assert.match(problemOf('10,10,10.001,12'), /finer than the sources/);
});

test('the larger a map, the coarser its default detail, and it is the same wherever it is as wide', () => {
  const details = [1, 4, 10, 30].map((degrees) => defaultDetail([10, 40, 10 + degrees, 40 + degrees]));
  assert.deepEqual(
    details,
    details.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(details).size, details.length);
  assert.equal(defaultDetail([0, -0.5, 1, 0.5]), 20);
  // A degree of longitude is half as wide at 60° as at the equator.
  const [equator, north] = [defaultDetail([0, -1, 20, 1]), defaultDetail([0, 59, 40, 61])];
  assert.ok(Math.abs(equator - north) <= 10);
});

test('a table has a rule below its head and columns that line up', () => {
  const lines = markdownTable([
    ['package', 'a'],
    ['geo-maps', 'land and coast'],
    ['x', ''],
  ]).split('\n');
  assert.equal(lines.length, 4);
  assert.match(lines[1] ?? '', /^\| -{8} \| -{14} \|$/);
  const bars = lines.map((line) => [...line.matchAll(/\|/g)].map(({ index }) => index).join());
  assert.equal(new Set(bars).size, 1);
});
