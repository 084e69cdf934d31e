import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSitemap } from '../../../../src/site/meta/sitemap.ts';
import type { Story } from '../../../../src/story/story.ts';

const story = (locale: string, more: Partial<Story> = {}): Story =>
  ({
    slug: 'nile',
    locale,
    locales: ['en', 'ar'],
    pages: [{ id: 'sources' }],
    modified: '2026-03-01',
    ...more,
  }) as unknown as Story;

test('every page of every language once, with its other languages and when it changed', () => {
  const sitemap = buildSitemap([story('en'), story('ar')], new URL('https://example.org/maps/'));
  const found = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  const base = 'https://example.org/maps';
  assert.deepEqual(found, [
    `${base}/en/nile/`,
    `${base}/en/nile/sources/`,
    `${base}/ar/nile/`,
    `${base}/ar/nile/sources/`,
  ]);
  assert.equal(sitemap.match(/hreflang="ar" href="https:\/\/example\.org\/maps\/ar\/nile\/sources\/"/g)?.length, 2);
  assert.equal(sitemap.match(/<lastmod>2026-03-01<\/lastmod>/g)?.length, 4);
});

test('a story in one language names no others', () => {
  const sitemap = buildSitemap([story('en', { locales: ['en'] })], new URL('https://example.org/'));
  assert.doesNotMatch(sitemap, /hreflang/);
});
