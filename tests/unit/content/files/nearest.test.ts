import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestName } from '../../../../src/content/files/nearest.ts';

test('a name is near that differs by a letter or two, or says what it is in besides', () => {
  assert.equal(nearestName('poeple', ['people', 'places']), 'people');
  assert.equal(nearestName('rain', ['Code', 'Rain (mm)']), 'Rain (mm)');
  assert.equal(nearestName('Rain', ['Rain in May', 'Rain in June']), null);
  assert.equal(nearestName('Rain', ['Rainfall of the year']), null);
  assert.equal(nearestName('Rain', []), null);
});
