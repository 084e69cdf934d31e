import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignUrlsInCode, foreignUrlsInHtml } from '../../support/foreign-urls.ts';

test('each way a page can fetch from elsewhere is found', () => {
  const ways = [
    '<script src="https://cdn.example.com/a.js"></script>',
    '<script src=//cdn.example.com/a.js></script>',
    '<link rel="stylesheet" href="https://fonts.example.com/css">',
    '<link href="https://fonts.example.com" rel="preconnect">',
    '<img srcset="/a.png 1x, https://img.example.com/a.png 2x" alt="">',
    '<p style="background: url(https://img.example.com/a.png)"></p>',
    '<style>@import "https://fonts.example.com/a.css";</style>',
    '<script>fetch("https://api.example.com/")</script>',
    '<svg><image xlink:href="https://img.example.com/a.png"/></svg>',
  ];
  for (const way of ways) assert.equal(foreignUrlsInHtml(way).length, 1, way);
});

test('links, namespaces, structured data and licence comments fetch nothing', () => {
  const html = `
    <a href="https://www.afp.com/">AFP</a>
    <link rel="canonical" href="https://stories.example.org/en/">
    <meta property="og:url" content="https://stories.example.org/en/">
    <svg xmlns="http://www.w3.org/2000/svg"></svg>
    <script type="application/ld+json">{"@context":"https://schema.org"}</script>
    <script src="/_astro/a.js"></script>`;
  assert.deepEqual(foreignUrlsInHtml(html), []);
  assert.deepEqual(foreignUrlsInCode('/* https://example.com/LICENSE */ const ns = "http://www.w3.org/2000/svg";'), []);
});
