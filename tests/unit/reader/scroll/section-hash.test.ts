import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sectionIn } from '../../../../src/reader/scroll/section-hash.ts';

test('a hash names the section whose id it holds, in whatever script', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
      assert.equal(sectionIn(`#${encodeURIComponent(id)}`), id);
    }),
  );
});

test('no hash names no section', () => {
  for (const hash of ['', '#']) assert.equal(sectionIn(hash), null);
});

test('a malformed hash names no section', () => {
  for (const hash of ['#100%', '#%E0', '#%', '#a%zz', '#%C3%28']) assert.equal(sectionIn(hash), null, hash);
});
