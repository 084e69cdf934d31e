import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { type SiteFiles, textOf, toBytes } from '../../../../src/site/links/site-files.ts';
import { withOfflineCopies } from '../../../../src/site/offline/offline-copy.ts';
import { tinySite } from '../tiny-site.ts';

const PROGRAMS = { keep: '/* keeps */', withdraw: '/* withdraws */' };
const OFFER = '<story-map data-offline';

const offered: SiteFiles = new Map([
  ...tinySite,
  ['en/nile/index.html', toBytes(textOf(tinySite, 'en/nile/index.html').replace('<story-map', OFFER))],
]);

interface Entry {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity: string;
}

function entriesOf(files: SiteFiles, worker: string): readonly Entry[] {
  const [, list = '[]'] = /self\.storyFiles=(.*?);/.exec(textOf(files, worker)) ?? [];
  return JSON.parse(list) as readonly Entry[];
}

test('a worker keeps all that its story needs, and nothing of the site besides', async () => {
  const files = await withOfflineCopies(offered, PROGRAMS);
  const urls = entriesOf(files, 'en/nile/service-worker.js').map(({ url }) => url);
  for (const needed of ['index.html', 'sources/index.html', '../../_astro/m.js', '../../_astro/late.js']) {
    assert.ok(urls.includes(needed), needed);
  }
  for (const other of ['../../_astro/other.js', '../../ar/nile/index.html', '../../index.html']) {
    assert.ok(!urls.includes(other), other);
  }
});

test('what is named after its content needs no revision; all else has one that changes with it', async () => {
  const files = await withOfflineCopies(offered, PROGRAMS);
  const changed = new Map(offered).set('en/nile/sources/index.html', toBytes('<!doctype html><title>Other</title>'));
  const after = await withOfflineCopies(changed, PROGRAMS);
  const revisionOf = (of: SiteFiles, url: string) =>
    entriesOf(of, 'en/nile/service-worker.js').find((entry) => entry.url === url)?.revision;
  assert.equal(revisionOf(files, '../../_astro/m.js'), null);
  assert.match(revisionOf(files, 'sources/index.html') ?? '', /^[0-9a-f]{16}$/);
  assert.notEqual(revisionOf(after, 'sources/index.html'), revisionOf(files, 'sources/index.html'));
});

test('each file is held to the bytes it has in the finished site', async () => {
  const files = await withOfflineCopies(offered, PROGRAMS);
  const entries = entriesOf(files, 'en/nile/service-worker.js');
  assert.ok(entries.length > 0);
  for (const { url, integrity } of entries) {
    const path = new URL(url, 'https://site.example/en/nile/').pathname.slice(1);
    const sha256 = createHash('sha256')
      .update(files.get(path) ?? '')
      .digest('base64');
    assert.equal(integrity, `sha256-${sha256}`, url);
  }
});

test('the page says how many files the copy has and how large they are', async () => {
  const files = await withOfflineCopies(offered, PROGRAMS);
  const html = textOf(files, 'en/nile/index.html');
  const [, count, bytes] = /data-files="(\d+)" data-bytes="(\d+)"/.exec(html) ?? [];
  assert.equal(Number(count), entriesOf(files, 'en/nile/service-worker.js').length);
  assert.ok(Number(bytes) > 0);
  assert.ok(html.includes('data-worker="service-worker.js"'));
  assert.ok(!html.includes(OFFER), 'the offer is filled in');
});

test('the program comes after its list, and a page that offers nothing gets no worker', async () => {
  const files = await withOfflineCopies(offered, PROGRAMS);
  assert.match(textOf(files, 'en/nile/service-worker.js'), /^self\.storyFiles=[\s\S]*;\n\/\* keeps \*\/$/);
  assert.ok(!files.has('ar/nile/service-worker.js'));
});

test('a withdrawn story has a worker that takes its copies away', async () => {
  const withdrawn = new Map(tinySite).set('en/old/index.html', toBytes('<!doctype html><main data-withdrawn></main>'));
  const files = await withOfflineCopies(withdrawn, PROGRAMS);
  assert.equal(textOf(files, 'en/old/service-worker.js'), '/* withdraws */');
});
