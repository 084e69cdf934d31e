import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetOf } from '../../src/site/links/reference.ts';
import budgets from '../perf/budgets.json' with { type: 'json' };
import { brotliSize, textOf } from '../support/built-files.ts';
import { forEachSite } from '../support/each-site.ts';

forEachSite((site) => {
  const stories = () =>
    site.pages.flatMap((page) => (page.story && !page.isEmbed ? [{ ...page, story: page.story }] : []));
  const fileAt = (path: string) => site.files.find((file) => file.path === path);

  test('the loader is light, and one whole classic script', () => {
    const loader = fileAt('embed.js');
    assert.ok(loader);
    assert.ok(brotliSize(loader) <= budgets.loaderBrotliBytes, `${brotliSize(loader)} bytes`);
    assert.doesNotMatch(textOf(loader), /\bimport\b|\bexport\b|\beval\b|new Function/);
    assert.doesNotThrow(() => new Function(textOf(loader)));
  });

  test('every story has an embed page and a card that search engines pass over and that send no referrer', () => {
    for (const { path } of stories()) {
      for (const part of ['embed/', 'embed/card/']) {
        const page = site.pages.find((candidate) => candidate.path === path.replace('index.html', `${part}index.html`));
        assert.ok(page, `${path}: ${part}`);
        const metas = page.document.querySelectorAll('meta').map((meta) => meta.getAttributeValue('name'));
        assert.ok(metas.includes('robots') && metas.includes('referrer'), page.path);
      }
    }
  });

  test('a card needs no script', () => {
    const cards = site.pages.filter(
      ({ path }) => path.endsWith('/embed/card/index.html') && !path.includes('taken-back'),
    );
    for (const { path, html, document } of cards) {
      assert.doesNotMatch(html, /<script/, path);
      const link = document.querySelector('a.embed-card');
      assert.equal(link?.getAttributeValue('href'), '../../index.html', path);
      assert.ok(link?.querySelector('img'), `${path}: a picture`);
    }
  });

  test('systems that turn addresses into embeds find the story’s description early in the page', () => {
    for (const { path, html, story } of stories()) {
      const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html);
      assert.ok(link, `${path}: link`);
      assert.ok(link.index < 150_000, `${path}: WordPress reads no further`);
      const file = fileAt(targetOf(path, link[1] ?? '') ?? '');
      assert.ok(file, `${path}: ${link[1]}`);
      const described = JSON.parse(textOf(file)) as Record<string, unknown>;
      assert.equal(described['version'], '1.0');
      assert.equal(described['type'], 'rich');
      assert.equal(described['title'], story.title);
      assert.ok(Number(described['width']) > 0 && Number(described['height']) > 0);
      assert.match(String(described['html']), new RegExp(`^<iframe src="[^"]*/${story.locale}/${story.slug}/embed/`));
    }
  });

  test('every page says what it may run: its own files, and the scripts in it by their hashes', () => {
    for (const { path, html } of site.pages) {
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
      assert.ok(policy && policy.index < 200, `${path}: a policy before all else`);
      const scripts = /script-src ([^;]*)/.exec(policy[1] ?? '')?.[1] ?? '';
      assert.match(scripts, /^'self'( 'sha256-[\w+/=]+')*$/, path);
      assert.match(policy[1] ?? '', /default-src 'none'/, path);
    }
  });
});
