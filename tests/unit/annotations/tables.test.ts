import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tablesOf } from '../../../src/annotations/registry.ts';
import type { AnnotationBase, Fact } from '../../../src/story/story.ts';
import { annotation } from '../../support/kind-context.ts';

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
const share = (exactness: 'exact' | 'more-than' | 'nearly') =>
  annotation({ kind: 'share', part: 4, whole: 11, exactness, partLabel: 'part', wholeLabel: 'whole' });

test('a map’s own annotations have no table', () => {
  assert.deepEqual(tablesOf([annotation({ kind: 'scale-bar' })], context), []);
});

test('every row of a table has as many cells as the table has heads', () => {
  const struck = annotation({ kind: 'struck-list', place: 'town', items: [{ label: 'Schools', note: 'closed' }] });
  const things = annotation({ kind: 'inventory', items: [{ drawing: 'toys', label: 'Toys' }] });
  const tables = tablesOf([share('exact'), struck, things], context);
  assert.equal(tables.length, 3);
  for (const { head, rows, caption } of tables) {
    assert.notEqual(caption, '');
    for (const row of rows) assert.equal(row.length, head.length);
  }
});

test('a share says whether it is exact', () => {
  const cellOf = (one: AnnotationBase): string | undefined => tablesOf([one], context)[0]?.rows[0]?.[1];
  assert.equal(cellOf(share('exact')), '36%');
  assert.equal(cellOf(share('more-than')), 'more than 36%');
  assert.equal(cellOf(share('nearly')), 'nearly 36%');
});

test('dots keep the words that may not be left out', () => {
  const dots = annotation({ kind: 'dots', fact: 'fled', per: 100, from: 'town', within: 'XX', label: '100 people' });
  assert.deepEqual(tablesOf([dots], context)[0]?.rows, [['20', '100 people', 'More than 2,000']]);
});
