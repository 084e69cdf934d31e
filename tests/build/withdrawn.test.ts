import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../support/built-files.ts';
import { forSite } from '../support/each-site.ts';

const FOLDER = 'en/taken-back/';
const SAID = 'This story was withdrawn on 30 November 2026.';

forSite('volcano', (site) => {
  const own = () => site.files.filter(({ path }) => path.startsWith(FOLDER));

  test('each address of a withdrawn story says that it was withdrawn, and nothing of what it told', () => {
    const pages = ['', 'about/', 'embed/', 'embed/card/'].map((path) => `${FOLDER}${path}index.html`);
    for (const path of pages) {
      const page = site.pages.find((candidate) => candidate.path === path) ?? assert.fail(path);
      assert.ok(page.html.includes(SAID), path);
      assert.match(page.html, /<meta name="robots" content="noindex">/, path);
      assert.doesNotMatch(page.html, /<story-map|secret/, path);
      assert.ok(page.document.querySelector('main a')?.getAttributeValue('href')?.endsWith('index.html'), path);
    }
    const left = own().map(({ path }) => path);
    assert.deepEqual(left.sort(), [...pages, `${FOLDER}service-worker.js`].sort(), 'no picture, no description');
  });

  test('its worker keeps nothing: it takes the copy away, and itself', () => {
    const worker = own().find(({ path }) => path.endsWith('service-worker.js')) ?? assert.fail();
    const text = textOf(worker);
    assert.match(text, /unregister\(\)/);
    assert.doesNotMatch(text, /storyFiles|precache/);
    assert.ok(text.length < 1000);
  });

  test('no list of stories leads to it', () => {
    for (const { path, html } of site.pages) {
      if (!path.startsWith(FOLDER)) assert.doesNotMatch(html, /taken-back/, path);
    }
  });
});
