import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  listOf,
  member,
  numberOf,
  pointOf,
  stringOf,
  wrapDegrees,
} from '../../../../../src/cli/import/input/values.ts';

test('a member is one the value has of its own: names that every object has lead to nothing', () => {
  assert.equal(member({ a: 1 }, 'a'), 1);
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    assert.equal(member({ a: 1 }, name), undefined);
  }
  for (const value of [null, undefined, 'text', 7]) assert.equal(member(value, 'length'), undefined);
});

test('a text is a text or a number, and nothing else is one', () => {
  assert.equal(stringOf('words'), 'words');
  assert.equal(stringOf(12.5), '12.5');
  for (const value of [null, undefined, {}, [], true, Number.NaN]) assert.equal(stringOf(value), '');
});

test('a number may be written as a text, and an empty text is none', () => {
  assert.equal(numberOf(' 36.7 '), 36.7);
  assert.equal(numberOf(-4), -4);
  for (const value of ['', '  ', 'north', '1e999', Number.POSITIVE_INFINITY, null, [], true]) {
    assert.equal(numberOf(value), null, String(value));
  }
});

test('a list is a list', () => {
  assert.deepEqual(listOf([1, 2]), [1, 2]);
  for (const value of [null, 'ab', { length: 2 }]) assert.deepEqual(listOf(value), []);
});

test('a point lies on the globe and on the map, however far round its longitude was counted', () => {
  assert.deepEqual(pointOf('36.7', 35.7), [36.7, 35.7]);
  assert.deepEqual(pointOf(370, 10), [10, 10]);
  assert.deepEqual(pointOf(-190, 10), [170, 10]);
  for (const lat of [86, -90, 'x', null]) assert.equal(pointOf(10, lat), null);
});

test('degrees go round: the same direction, always within ±180', () => {
  fc.assert(
    fc.property(fc.double({ min: -5000, max: 5000, noNaN: true }), (degrees) => {
      const wrapped = wrapDegrees(degrees);
      assert.ok(Math.abs(wrapped) <= 180);
      const turns = (degrees - wrapped) / 360;
      assert.ok(Math.abs(turns - Math.round(turns)) < 1e-6);
    }),
  );
});
