import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTable } from '../../src/data/tables/read-table.ts';
import { findStories } from '../../src/site/edition/edition.ts';
import { renderSingleFile } from '../../src/site/edition/single-file.ts';
import { parseManifest } from '../../src/site/manifest/build-manifest.ts';
import { textOf } from '../support/built-files.ts';
import { forSite } from '../support/each-site.ts';
import { DATA_STORY, STORY_OF } from '../support/sites.ts';

forSite('main', (site) => {
  test('a story without data layers has no table that sorts, and nothing to take along', () => {
    const own = site.pages.filter(({ path }) => path.includes(`/${STORY_OF.main}/`));
    assert.ok(own.length > 0);
    for (const { path, html } of own) assert.ok(!/data-sortable|_map\/[^"]+\.csv/.test(html), path);
  });
});

forSite('volcano', (site) => {
  const files = () => new Map(site.files.map(({ path, content }) => [path, content]));
  const tables = () => site.files.filter(({ path }) => path.startsWith(`_map/${DATA_STORY}/`) && path.endsWith('.csv'));

  test('a table that readers may take along is linked from its words, in their language', () => {
    for (const locale of ['en', 'ar']) {
      const page = site.pages.find(({ path }) => path === `${locale}/${DATA_STORY}/index.html`);
      const link = page?.document.querySelector('.data-download a[download]');
      const file = tables().find(({ path }) => `../../${path}` === link?.getAttributeValue('href'));
      assert.ok(file, `no file at ${link?.getAttributeValue('href')}`);
      const { table, faults } = readTable(textOf(file));
      assert.deepEqual(faults, []);
      assert.ok(table.rows.length > 5 && table.columns.length > 4);
    }
    assert.equal(tables().length, 2);
  });

  test('files of data layers stand in the list of files on the terms of their data', () => {
    const manifest = parseManifest(
      textOf(site.files.find(({ path }) => path === 'build-manifest.json') ?? assert.fail()),
    );
    const listed = manifest.files.filter(({ path }) => path.startsWith(`_map/${DATA_STORY}/`));
    assert.ok(listed.length > 4);
    for (const { path, licence } of listed) assert.equal(licence, 'CC0-1.0', path);
  });

  test('an edition of one file holds the table itself', () => {
    const found = findStories(files()).find(({ story, locale }) => story === DATA_STORY && locale === 'en');
    const html = renderSingleFile(files(), found ?? assert.fail());
    const [, data = ''] = /href="data:text\/csv;base64,([^"]+)" download="moved\.csv"/.exec(html) ?? [];
    assert.match(Buffer.from(data, 'base64').toString('utf8'), /^\ufeffid,name,/);
  });
});
