import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('the theme is handed on as it was asked for', () => {
  assert.equal(frameAddress({ ...wish, theme: 'dark' }, BASE).theme, 'dark');
});

test('an address from the page it stands in is as good as a whole one', () => {
  const { page } = frameAddress({ ...wish, src: '../maps/en/town/' }, BASE);
  assert.equal(page.href, 'https://news.example/maps/en/town/embed/index.html');
});
