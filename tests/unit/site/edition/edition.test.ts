import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'fflate';
import { extractStory, findStories, titleOf } from '../../../../src/site/edition/edition.ts';
import { renderSingleFile } from '../../../../src/site/edition/single-file.ts';
import { htmlReferences } from '../../../../src/site/links/html-references.ts';
import { targetOf } from '../../../../src/site/links/reference.ts';
import { referencesOf, textOf, toBytes } from '../../../../src/site/links/site-files.ts';
import { tinySite } from '../tiny-site.ts';

const told = () => {
  const story = findStories(tinySite).find(({ locale }) => locale === 'en');
  assert.ok(story);
  return story;
};

/** Texts of the blocks of an edition of one file, by name. */
function blocksOf(html: string): ReadonlyMap<string, string> {
  const blocks = html.matchAll(/<script type="text\/plain" data-file="([^"]+)"( data-packed)?>([^<]*)<\/script>/g);
  return new Map(
    [...blocks].map(([, name = '', packed, content = '']) => {
      const bytes = Buffer.from(content, 'base64');
      return [name, Buffer.from(packed ? gunzipSync(bytes) : bytes).toString()];
    }),
  );
}

test('stories are found with their pages, in each language', () => {
  assert.deepEqual(findStories(tinySite), [
    { story: 'nile', locale: 'en', page: 'en/nile/index.html', pages: ['en/nile/sources/index.html'], frames: [] },
    { story: 'nile', locale: 'ar', page: 'ar/nile/index.html', pages: [], frames: [] },
  ]);
  assert.equal(titleOf('<title>A &amp; B</title>'), 'A & B');
});

test('a folder edition has the story first, all it needs, and no address that leads out of it', () => {
  const { files, origins } = extractStory(tinySite, told());
  const names = ['_astro/f.woff2', '_astro/late.js', '_astro/m.js', '_astro/n.js', '_astro/worker.js'];
  const rest = ['basemap/LICENCES.md', 'basemap/nile.topo.json', 'icon.svg', 'index.html', 'sources/index.html'];
  assert.deepEqual([...files.keys()].sort(), [...names, ...rest]);
  assert.equal(origins.get('index.html'), 'en/nile/index.html');
  for (const path of files.keys()) {
    if (!/\.(html|js)$/.test(path)) continue;
    for (const { url } of referencesOf(path, textOf(files, path))) {
      const target = targetOf(path, url);
      assert.ok(target === null || files.has(target), `${path}: ${url}`);
    }
  }
  const story = textOf(files, 'index.html');
  assert.match(story, /<a >ar<\/a>/);
  assert.doesNotMatch(story, /service-worker/);
  assert.match(textOf(files, 'sources/index.html'), /href="\.\.\/index\.html#delta"/);
});

test('an edition of one file names no other file', () => {
  const html = renderSingleFile(tinySite, told());
  const elsewhere = htmlReferences(html).filter(({ url }) => targetOf('index.html', url) !== null);
  assert.deepEqual(elsewhere, []);
  assert.doesNotMatch(html, /service-worker|canonical|og:url|preload|src="\.\./);
  assert.match(html, /data-basemap="data:application\/json;base64,e30="/);
  assert.match(html, /@font-face\{src:url\(data:font\/woff2;base64,Zm9udA==\)/);
});

test('in an edition of one file the pages behind the story follow it, and links lead to them and back', () => {
  const html = renderSingleFile(tinySite, told());
  assert.match(html, /<a href="#">Nile<\/a>\s*<a href="#sources">Sources<\/a> <a href="#b">B<\/a> <a >ar<\/a>/);
  assert.match(html, /<section class="enclosed" id="sources"><div class="article"><h1>Sources<\/h1>.*href="#delta"/s);
  assert.match(html, /<style>\.article\{margin:0\}<\/style>/);
  assert.ok(html.includes('href="https://example.org/"'));
});

test('modules become blocks that ask for one another by name; what can wait is packed', () => {
  const html = renderSingleFile(tinySite, told());
  const blocks = blocksOf(html);
  assert.deepEqual([...blocks.keys()].sort(), ['late.js', 'm.js', 'n.js', 'worker.js']);
  assert.equal(
    blocks.get('m.js'),
    'import{n}from"single-file:n.js";const later=()=>singleFile.load("late.js");export{later,n};',
  );
  assert.equal(
    blocks.get('late.js'),
    'import{n}from"single-file:n.js";new Worker(new URL(singleFile.url("worker.js")).href);',
  );
  assert.deepEqual([...html.matchAll(/data-file="([^"]+)" data-packed/g)].map(([, name]) => name).sort(), [
    'late.js',
    'worker.js',
  ]);
});

test('modules in a circle are refused: blobs could not import one another', () => {
  const files = new Map([...tinySite, ['_astro/n.js', toBytes('import "./m.js"')] as const]);
  assert.throws(() => renderSingleFile(files, told()), /imports itself/);
});
