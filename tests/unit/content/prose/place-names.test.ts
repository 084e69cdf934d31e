import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitAtNames } from '../../../../src/content/prose/place-names.ts';

test('a name in a title is one part', () => {
  assert.deepEqual(splitAtNames('Leaving Maaret al-Numan', ['Numan', 'Maaret al-Numan']), [
    { text: 'Leaving ', isName: false },
    { text: 'Maaret al-Numan', isName: true },
  ]);
});

test('the parts of a title are the title', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string(), { maxLength: 4 }), (title, names) => {
      assert.equal(
        splitAtNames(title, names)
          .map(({ text }) => text)
          .join(''),
        title,
      );
    }),
  );
});
