import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cssReferences } from '../../../../src/site/links/css-references.ts';
import { htmlReferences } from '../../../../src/site/links/html-references.ts';
import { withModulePreloads } from '../../../../src/site/links/module-preloads.ts';
import { type Reference, relativeUrl, relocated, targetOf } from '../../../../src/site/links/reference.ts';
import { scriptReferences } from '../../../../src/site/links/script-references.ts';
import { filesNeededBy, toBytes, withRelativeUrls } from '../../../../src/site/links/site-files.ts';

const written = (text: string, references: readonly Reference[]): readonly string[] =>
  references.map(({ start, end }) => text.slice(start, end));

const name = fc.stringMatching(/^[a-zA-Z0-9 ._~ü%#?-]{1,8}$/).filter((text) => !/^\.{1,2}$/.test(text));
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));

test('a relative address leads from any file to any other, wherever the site is', () => {
  fc.assert(
    fc.property(path, path, path, (from, to, prefix) => {
      const place = `http://host.invalid/${prefix.split('/').map(encodeURIComponent).join('/')}/`;
      const url = relativeUrl(from, to);
      assert.ok(!/^\/|^[a-z]+:/i.test(url), url);
      const found = new URL(url, place + from.split('/').map(encodeURIComponent).join('/')).href;
      assert.equal(found, place + to.split('/').map(encodeURIComponent).join('/'));
    }),
  );
});

test('a folder is named by its page, and what follows the path stays', () => {
  assert.equal(relocated('en/story/index.html', '/en/story/sources/?a=1#note'), 'sources/index.html?a=1#note');
  assert.equal(relocated('en/story/sources/index.html', '/'), '../../../index.html');
  assert.equal(relocated('index.html', '/'), 'index.html');
});

test('a stray % in an address is meant as itself', () => {
  for (const [url, target, written] of [
    ['/100%.pdf', '100%.pdf', '../../100%25.pdf'],
    ['100%/', 'en/story/100%/index.html', '100%25/index.html'],
    ['/a%20b/%E0?c=100%', 'a b/%E0', '../../a%20b/%25E0?c=100%'],
    ['/%C3%A4/5%25%.pdf', 'ä/5%%.pdf', '../../%C3%A4/5%25%25.pdf'],
  ] as const) {
    assert.equal(targetOf('en/story/index.html', url), target);
    assert.equal(relocated('en/story/index.html', url), written);
    assert.equal(targetOf('en/story/index.html', written), target, 'and written so it leads there');
  }
});

test('other sites and places in the page itself are left as they are', () => {
  for (const url of ['https://example.org/a', '//example.org/a', '#section', '', 'mailto:a@example.org']) {
    assert.equal(targetOf('a/index.html', url), null, url);
  }
});

test('style sheets: every form of url() and @import, and nothing in comments or other strings', () => {
  const css = `@import "/a.css"; @import url(/b.css); /* url(/no.css) */
    p { background: url( /c.svg ), url('/d.svg'), URL("/e.svg"); content: "url(/no.svg)" }`;
  const references = cssReferences(css);
  assert.deepEqual(written(css, references), ['/a.css', '/b.css', '/c.svg', '/d.svg', '/e.svg']);
  assert.deepEqual(
    references.map(({ url }) => url),
    written(css, references),
  );
});

test('scripts: imports, imports on demand and files beside the module', () => {
  const code = `import{a}from"./a.js";export*from'./b.js';const c=()=>import("./c.js"),
    d=new URL(\`d.mjs\`,import.meta.url).href,e=new URL(f,import.meta.url),g="import('./no.js')";`;
  const references = scriptReferences(code);
  assert.deepEqual(written(code, references), ['./a.js', './b.js', './c.js', 'd.mjs']);
  assert.deepEqual(
    references.map(({ whole: [start, end] }) => code.slice(start, end)),
    ['"./a.js"', "'./b.js'", 'import("./c.js")', 'new URL(`d.mjs`,import.meta.url)'],
  );
});

test('pages: addresses in attributes, styles and inline modules, entities resolved', () => {
  const html = `<!doctype html><link rel=canonical href=/x/><link rel="stylesheet" href='/s.css'>
    <meta property="og:image" content="/card.png"><meta name="description" content="/no">
    <style>@font-face{src:url("/f.woff2")}</style><script type="module">import "/m.js";</script>
    <script>fetch('/no')</script><script type="application/json">{"a":"/no"}</script>
    <body data-basemap="/b.json"><a href="/p/?a=1&amp;b=2">/no</a><a href="#here">x</a><a href="mailto:a@b.c">x</a>
    <img srcset="/i.png 1x, /j.png 2x" src="/i.png" alt="/no"><svg><use href="/k.svg#l"/></svg>
    <p style="background:url(/n.png)"></p><template><img src="/t.png" alt=""></template>`;
  assert.deepEqual(
    htmlReferences(html).map(({ url, kind }) => `${kind} ${url}`),
    [
      ...['name /x/', 'load /s.css', 'name /card.png', 'load /f.woff2', 'load /m.js', 'load /b.json'],
      ...['link /p/?a=1&b=2', 'load /i.png', 'load /j.png', 'load /i.png', 'load /k.svg#l', 'load /n.png'],
      'load /t.png',
    ],
  );
});

test('a page made relative says the same about itself from another folder, and only its addresses changed', () => {
  const html = `<a href="/p/?a=1&amp;b=2">ü &lt; <b>x</b></a><img src='/q w.png' alt="a &quot;b&quot;"><script>'/no'</script>`;
  assert.equal(
    withRelativeUrls('en/index.html', html),
    `<a href="../p/index.html?a=1&amp;b=2">ü &lt; <b>x</b></a><img src='../q%20w.png' alt="a &quot;b&quot;"><script>'/no'</script>`,
  );
});

test('a page needs what it loads, by however many steps, and not what it links to', () => {
  const files = new Map(
    Object.entries({
      'a/index.html':
        '<link rel="stylesheet" href="../s.css"><script type="module" src="../m.js"></script><a href="b.html">',
      'a/b.html': '',
      's.css': 'p{background:url(i.png)}',
      'm.js': 'import "./n.js";import("./o.js")',
      'n.js': 'import "./m.js"',
      'o.js': 'new URL("w.js",import.meta.url)',
      'i.png': '',
      'w.js': '',
      'z.js': '',
    }).map(([path, text]) => [path, toBytes(text)] as const),
  );
  const needed = filesNeededBy(files, ['a/index.html']);
  assert.deepEqual(needed, ['a/index.html', 'i.png', 'm.js', 'n.js', 'o.js', 's.css', 'w.js']);
});

test('a page names its modules and those they import before they run, each once and no others', () => {
  const files = new Map(
    Object.entries({
      '_astro/entry.js': 'import "./a.js"; import("./later.js"); new URL("worker.js", import.meta.url);',
      '_astro/a.js': 'import { b } from "./b.js"; import "./entry.js";',
      '_astro/b.js': 'import "./a.js"; import "https://elsewhere.example/c.js";',
      '_astro/later.js': '',
    }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  const page = (head: string) =>
    `<html><head><title>A</title>${head}</head><body><script type="module" src="../_astro/entry.js"></script></body></html>`;
  assert.equal(
    withModulePreloads(files, 'en/index.html', page('')),
    page(['entry', 'a', 'b'].map((name) => `<link rel="modulepreload" href="../_astro/${name}.js">`).join('')),
  );
  const plain = '<html><head></head><body><script src="old.js"></script></body></html>';
  assert.equal(withModulePreloads(files, 'en/index.html', plain), plain);
});

test('files that a story’s data names for the map are found, told from the root or, once they are, from the page', () => {
  const page = (url: string) =>
    `<script type="application/json">{"picture":"${url}","words":"no _media/ here"}</script>`;
  const html = page('/_media/s/mast.1a2b3c4d-480.webp');
  const relative = withRelativeUrls('en/s/index.html', html);
  for (const [text, expected] of [
    [html, '/_media/s/mast.1a2b3c4d-480.webp'],
    [relative, '../../_media/s/mast.1a2b3c4d-480.webp'],
  ] as const) {
    assert.deepEqual(written(text, htmlReferences(text)), [expected]);
  }
});
