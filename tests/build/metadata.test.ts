import assert from 'node:assert/strict';
import { test } from 'node:test';
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

/** Characters. An imported story is described by what its tool has, which may be a title. */
const leastDescription = (path: string): number => (AUTHORED.some((slug) => path.includes(`/${slug}/`)) ? 10 : 30);

forEachSite((site) => {
  test('every page has a description and names its own address, or that of the page it is a part of', () => {
    for (const page of site.pages) {
      assert.ok(metaOf(page, 'name', 'description').length > leastDescription(page.path), `${page.path}: description`);
      const canonical = linkOf(page, 'canonical');
      assert.ok(canonical, `${page.path}: canonical`);
      const own = page.isEmbed ? page.path.replace(/embed\/.*$/, 'index.html') : page.path;
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
