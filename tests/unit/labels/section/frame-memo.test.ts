import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFrameMemo } from '../../../../src/labels/section/frame-memo.ts';

const made = () => ({});

test('what depends on the very same things is the very same', () => {
  const memo = createFrameMemo();
  const [a, b] = [{}, {}];
  memo.next();
  const first = memo.get('key', [a, 1], made);
  memo.next();
  assert.equal(memo.get('key', [a, 1], made), first);
  memo.next();
  assert.notEqual(memo.get('key', [b, 1], made), first, 'an equal object is another');
});

test('not a number is what it is, and no reason to make a thing anew', () => {
  const memo = createFrameMemo();
  memo.next();
  const first = memo.get('key', [Number.NaN], made);
  memo.next();
  assert.equal(memo.get('key', [Number.NaN], made), first);
});

test('what a frame does not ask for is forgotten', () => {
  const memo = createFrameMemo();
  memo.next();
  const first = memo.get('key', [], made);
  memo.next();
  memo.next();
  assert.notEqual(memo.get('key', [], made), first);
});

test('keys do not know of each other', () => {
  const memo = createFrameMemo();
  memo.next();
  const [first, second] = ['a', 'b'].map((key) => memo.get(key, [], made));
  memo.next();
  assert.equal(memo.get('b', [], made), second);
  assert.equal(memo.get('a', [], made), first);
});
