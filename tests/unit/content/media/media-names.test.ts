import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betterMediaName, isGoodMediaName, mediaNameIn } from '../../../../src/content/media/media-names.ts';

test('names with spaces, capitals, accents, or a way out of the folder are refused, and a good one is near', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['The Quay.JPG', 'the-quay.jpg'],
    ['Über Nacht.png', 'uber-nacht.png'],
    ['quai d’été.jpg', 'quai-d-ete.jpg'],
    ['a..jpg', 'a.jpg'],
    ['..jpg', 'picture.jpg'],
    ['../quay.jpg', 'quay.jpg'],
    ['sub/quay.jpg', 'quay.jpg'],
    ['quay_1.jpg', 'quay-1.jpg'],
    ['رصيف.jpg', 'picture.jpg'],
    ['quay%20.jpg', 'quay-20.jpg'],
  ];
  for (const [name, better] of bad) {
    assert.equal(isGoodMediaName(name), false, name);
    assert.equal(betterMediaName(name), better);
    assert.equal(isGoodMediaName(better), true, better);
  }
  for (const name of ['quay.jpg', 'quay-2.webp', 'ferry.en.vtt']) assert.equal(isGoodMediaName(name), true, name);
});

test('an author may write the path of a file or its name alone', () => {
  for (const address of ['quay.jpg', 'media/quay.jpg', '../media/quay.jpg', './media/quay.jpg', ' quay.jpg ']) {
    assert.equal(mediaNameIn(address), 'quay.jpg');
  }
});
