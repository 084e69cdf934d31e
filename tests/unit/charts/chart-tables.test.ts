import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartTables } from '../../../src/charts/chart-tables.ts';
import type { Annotation, Fact } from '../../../src/story/story.ts';

const DRAW = { draw: [0, 1] as const };
const fled: Fact = {
  id: 'fled',
  value: 2000,
  unit: 'people',
  figure: '2,000',
  qualifier: 'more than',
  text: '',
  period: '',
  sources: [],
  authority: '',
  note: '',
  untranslated: [],
};
const context = { facts: { fled }, locale: 'en', sectionTitle: 'A section' };
const share = (exactness: 'exact' | 'more-than' | 'nearly'): Annotation => ({
  ...DRAW,
  id: 'share',
  kind: 'share',
  part: 4,
  whole: 11,
  exactness,
  partLabel: 'part',
  wholeLabel: 'whole',
});

test('a map’s own annotations have no table', () => {
  assert.deepEqual(chartTables([{ ...DRAW, id: 'scale', kind: 'scale-bar' }], context), []);
});

test('every row of a table has as many cells as the table has heads', () => {
  const struck: Annotation = {
    ...DRAW,
    id: 'list',
    kind: 'struck-list',
    place: 'town',
    items: [{ label: 'Schools', note: 'closed', struck: 1 }],
  };
  const things: Annotation = { ...DRAW, id: 'things', kind: 'inventory', items: [{ drawing: 'toys', label: 'Toys' }] };
  const tables = chartTables([share('exact'), struck, things], context);
  assert.equal(tables.length, 3);
  for (const { head, rows, caption } of tables) {
    assert.notEqual(caption, '');
    for (const row of rows) assert.equal(row.length, head.length);
  }
});

test('a share says whether it is exact', () => {
  const cellOf = (annotation: Annotation): string | undefined => chartTables([annotation], context)[0]?.rows[0]?.[1];
  assert.equal(cellOf(share('exact')), '36%');
  assert.equal(cellOf(share('more-than')), 'more than 36%');
  assert.equal(cellOf(share('nearly')), 'nearly 36%');
});

test('dots keep the words that may not be left out', () => {
  const dots: Annotation = {
    ...DRAW,
    id: 'dots',
    kind: 'dots',
    fact: 'fled',
    per: 100,
    from: 'town',
    via: [],
    within: 'XX',
    reachKm: null,
    label: '100 people',
    body: '',
  };
  assert.deepEqual(chartTables([dots], context)[0]?.rows, [['20', '100 people', 'More than 2,000']]);
});
