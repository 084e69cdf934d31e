import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetOf } from '../../src/site/links/reference.ts';
import { AUTHORED } from '../support/authored-stories.ts';
import type { BuiltPage } from '../support/built-files.ts';
import { forEachSite } from '../support/each-site.ts';

function metaOf({ document }: BuiltPage, key: 'name' | 'property', name: string): string {
  const meta = document.querySelectorAll('meta').find((element) => element.getAttributeValue(key) === name);
  return meta?.getAttributeValue('content') ?? '';
}

function linkOf({ document }: BuiltPage, rel: string): string {
  const link = document.querySelectorAll('link').find((element) => element.getAttributeValue('rel') === rel);
  return link?.getAttributeValue('href') ?? '';
}

/** Written with a sign a syllable or a word. */
const DENSE = /^(ja|ko|zh)(-\w+)*\//;

/** Characters. An imported story is described by what its tool has, which may be a title. */
const leastDescription = (path: string): number =>
  DENSE.test(path) || AUTHORED.some((slug) => path.includes(`/${slug}/`)) ? 10 : 30;

forEachSite((site) => {
  test('every page has a description and names its own address, or that of the page it is a part of', () => {
    for (const page of site.pages) {
      assert.ok(metaOf(page, 'name', 'description').length > leastDescription(page.path), `${page.path}: description`);
      const canonical = linkOf(page, 'canonical');
      assert.ok(canonical, `${page.path}: canonical`);
      // A page behind a story that was withdrawn is a part of the story's.
      const isWithdrawn = page.document.querySelector('[data-withdrawn]') !== null;
      const own = isWithdrawn
        ? page.path.replace(/^([^/]+\/[^/]+\/).*/, '$1index.html')
        : page.isEmbed
          ? page.path.replace(/embed\/.*$/, 'index.html')
          : page.path.replace(/^([^/]+\/[^/]+\/)s\/.*/, '$1index.html');
      const { pathname } = new URL(canonical, `http://site.invalid/${page.path}`);
      assert.equal(pathname.slice(1), own);
    }
  });

  test('every page can be shared: title, description, type, address and language', () => {
    for (const page of site.pages) {
      for (const name of ['og:title', 'og:description', 'og:type', 'og:url', 'og:locale']) {
        assert.ok(metaOf(page, 'property', name), `${page.path}: ${name}`);
      }
    }
  });

  test('every page names a picture of its own language that is there, and its size; without SITE by a relative address', () => {
    for (const page of site.pages.filter(({ document }) => !document.querySelector('[data-withdrawn]'))) {
      const picture = metaOf(page, 'property', 'og:image');
      const path = targetOf(page.path, picture);
      assert.ok(path, `${page.path}: og:image`);
      const file = site.files.find((candidate) => candidate.path === path);
      assert.ok(file, `${page.path}: ${picture} is there`);
      const [width, height] = [file.content.readUInt32BE(16), file.content.readUInt32BE(20)].map(String);
      assert.deepEqual(
        [metaOf(page, 'property', 'og:image:width'), metaOf(page, 'property', 'og:image:height')],
        [width, height],
      );
      assert.equal(metaOf(page, 'property', 'og:image:type'), 'image/png');
      assert.equal(metaOf(page, 'name', 'twitter:card'), 'summary_large_image');
      assert.equal(metaOf(page, 'name', 'twitter:image'), picture);
      assert.ok(metaOf(page, 'property', 'og:image:alt'), page.path);
      if (page.story) assert.equal(path, `${page.story.locale}/${page.story.slug}/card.png`);
    }
  });

  test('a publisher who is named is named to networks, and nobody else is', () => {
    for (const page of site.pages.filter(({ story }) => story !== null)) {
      const publisher = page.path.startsWith('en/unwieldy/') ? 'A publisher of tests' : '';
      assert.equal(metaOf(page, 'property', 'og:site_name'), publisher, page.path);
      assert.ok(metaOf(page, 'property', 'og:image:alt').includes(publisher), page.path);
    }
  });

  test('a story describes itself to machines', () => {
    for (const { path, document, story, isEmbed } of site.pages) {
      if (!story || isEmbed) continue;
      const scripts = document.querySelectorAll('script');
      const found = scripts.filter((script) => script.getAttributeValue('type') === 'application/ld+json');
      assert.equal(found.length, 1, `${path}: one block of structured data`);
      const data = JSON.parse(found[0]?.textContent ?? '') as Record<string, unknown>;
      assert.equal(data['@context'], 'https://schema.org');
      assert.match(String(data['@type']), /Article$/);
      assert.equal(data['headline'], story.title);
      assert.equal(data['inLanguage'], story.locale);
      assert.equal(data['datePublished'], story.published);
      const description = document.querySelector('meta[name="description"]')?.getAttributeValue('content') ?? '';
      assert.ok(description.length > leastDescription(path));
      assert.equal(data['description'], description);
    }
  });
});
