import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { heightDialects } from '../../../../src/embed/frame/height-dialects.ts';
import { frameAddress } from '../../../../src/embed/loader/frame-address.ts';

const BASE = 'https://news.example/articles/1';
const wish = { src: 'https://maps.example/any/folder/en/town/', mode: '', locale: '', theme: '' };

for (const src of [
  'https://maps.example/any/folder/en/town/',
  'https://maps.example/any/folder/en/town',
  'https://maps.example/any/folder/en/town/index.html',
  'https://maps.example/any/folder/en/town/embed/',
  'https://maps.example/any/folder/en/town/embed/index.html',
  'https://maps.example/any/folder/en/town/#a-section',
]) {
  test(`${src} has its embed page beside it`, () => {
    const { page } = frameAddress({ ...wish, src }, BASE);
    assert.equal(`${page.origin}${page.pathname}`, 'https://maps.example/any/folder/en/town/embed/index.html');
  });
}

test('another language is the same story beside it', () => {
  const { page } = frameAddress({ ...wish, locale: 'ar' }, BASE);
  assert.equal(page.href, 'https://maps.example/any/folder/ar/town/embed/index.html');
});

test('the mode is the one asked for, in mark-up before address; the page decides where none or an unknown one is', () => {
  const modeOf = (mode: string, query = '') => frameAddress({ ...wish, src: wish.src + query, mode }, BASE).mode;
  assert.equal(modeOf('flat'), 'flat');
  assert.equal(modeOf('', '?mode=contained'), 'contained');
  assert.equal(modeOf('scroll', '?mode=contained'), 'scroll');
  for (const mode of ['auto', '', 'javascript:', 'Scroll']) assert.equal(modeOf(mode), null);
});

test('the height is the same in every dialect, and Pym’s only under the id Pym gave', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500_000 }), (height) => {
      const { amp, datawrapper, pym } = heightDialects(height, 'story-0');
      assert.deepEqual(amp, { sentinel: 'amp', type: 'embed-size', height });
      assert.deepEqual(datawrapper, { 'datawrapper-height': { story: height } });
      // The pattern by which pym.js reads messages.
      const [, type, value] = /^pymxPYMxstory-0xPYMx(\S+)xPYMx(.*)$/.exec(pym ?? '') ?? [];
      assert.deepEqual([type, Number(value)], ['height', height]);
      assert.equal(heightDialects(height, null).pym, null);
    }),
  );
});
