import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withUnitWords } from '../../../../src/data/words/unit-words.ts';

test('a title says what figures are in that stand alone, once', () => {
  assert.equal(withUnitWords('Harvest of wheat', 't/ha'), 'Harvest of wheat (t/ha)');
  assert.equal(withUnitWords('People displaced', 'people'), 'People displaced');
  assert.equal(withUnitWords('Distance', 'km'), 'Distance');
  assert.equal(withUnitWords('Share', 'percent'), 'Share');
  assert.equal(withUnitWords('Founded', 'year'), 'Founded');
  assert.equal(withUnitWords('Title', ''), 'Title');
  assert.equal(withUnitWords('', 'metres'), 'metres');
});
