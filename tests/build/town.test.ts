import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractStory, findStories } from '../../src/site/edition/edition.ts';
import { renderSingleFile } from '../../src/site/edition/single-file.ts';
import { parseManifest } from '../../src/site/manifest/build-manifest.ts';
import budgets from '../perf/budgets.json' with { type: 'json' };
import { brotliSize, textOf } from '../support/built-files.ts';
import { forSite } from '../support/each-site.ts';
import { STORY_OF } from '../support/sites.ts';
import { TOWN } from '../support/tiles/add-town.ts';

const CLOSE = ['town', 'market', 'mill', 'turned', 'night', 'steep', 'door', 'away'] as const;

forSite('main', (site) => {
  test('a story without detail names no file of it, nor its colours', () => {
    const own = site.pages.filter(({ path }) => path.includes(`/${STORY_OF.main}/`));
    assert.ok(own.length > 0);
    for (const { path, html } of own) assert.ok(!/_map\/|--map-own-|data-slot/.test(html), path);
    assert.ok(!site.files.some(({ path }) => path.startsWith(`_map/${STORY_OF.main}/`)));
  });
});

forSite('volcano', (site) => {
  const details = () => site.files.filter(({ path }) => path.startsWith(`_map/${TOWN}/`));
  const pageIn = (locale: string) => {
    const page = site.pages.find(({ path }) => path === `${locale}/${TOWN}/index.html`);
    assert.ok(page);
    return page;
  };
  const edition = () => {
    const files = new Map(site.files.map(({ path, content }) => [path, content]));
    const found = findStories(files).find(({ story, locale }) => story === TOWN && locale === 'en');
    assert.ok(found);
    return { files, found };
  };

  test('each close section has a file, the same in every language, and all are light', () => {
    assert.equal(details().length, CLOSE.length);
    const sizes = details().map(brotliSize);
    for (const size of sizes) assert.ok(size > 1000 && size <= budgets.detailBrotliBytes, `${size}`);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= budgets.storyDetailBrotliBytes);
    for (const { path } of details())
      for (const locale of ['en', 'ar']) assert.ok(pageIn(locale).html.includes(`../../${path}`), path);
  });

  /** Pictures in the text by section. */
  function mapsIn(locale: string): ReadonlyMap<string, string> {
    const sections = pageIn(locale).html.split('<section').slice(1);
    return new Map(
      sections.map((html) => [
        /\bid="([\w-]+)"/.exec(html)?.[1] ?? '',
        /<figure class="static-map[\s\S]*?<\/figure>/.exec(html)?.[0] ?? '',
      ]),
    );
  }

  test('pictures in the text have the streets drawn in; that of the opening, from afar, does not', () => {
    for (const locale of ['en', 'ar']) {
      const maps = mapsIn(locale);
      for (const id of CLOSE) assert.ok((maps.get(id)?.match(/--map-own-street/g)?.length ?? 0) > 4, id);
      assert.ok(!/--map-own-/.test(maps.get('opening') ?? '--map-own-'));
    }
  });

  test('streets are named in pictures of the text, along the street, in the language of the page', () => {
    const turned = (locale: string) =>
      [...mapsIn(locale).values()].flatMap((map) =>
        [...map.matchAll(/<text[^>]* transform="rotate\([^>]*>([^<]*)</g)].map(([, text]) => text ?? ''),
      );
    assert.ok(turned('en').some((name) => /Street|Avenue/.test(name)));
    assert.ok(turned('ar').some((name) => name.includes('شارع')));
  });

  test('whose data it is stands with the map, and in the list of files with its terms', () => {
    assert.match(pageIn('en').document.querySelector('.attribution')?.textContent ?? '', /OpenStreetMap/);
    const manifest = parseManifest(
      textOf(site.files.find(({ path }) => path === 'build-manifest.json') ?? { path: '', content: Buffer.from('') }),
    );
    const listed = manifest.files.filter(({ path }) => path.startsWith(`_map/${TOWN}/`));
    assert.equal(listed.length, CLOSE.length);
    for (const { licence } of listed) assert.equal(licence, 'ODbL-1.0');
  });

  test('the copy on the device, a story handed on and an edition of one file have all of it', () => {
    const { files, found } = edition();
    const worker = site.files.find(({ path }) => path === `en/${TOWN}/service-worker.js`);
    assert.ok(worker);
    const { files: folder } = extractStory(files, found);
    for (const { path } of details()) {
      assert.ok(textOf(worker).includes(path), path);
      assert.ok(folder.has(path), path);
    }
    const html = renderSingleFile(files, found);
    assert.equal(html.match(/"src":"data:application\/json;base64,/g)?.length, CLOSE.length);
    assert.ok(!html.includes('_map/'));
  });
});
