import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinkChecker, LinkState } from 'linkinator';
import { targetOf } from '../../src/site/links/reference.ts';
import { referencesOf } from '../../src/site/links/site-files.ts';
import { isText, textOf } from '../support/built-files.ts';
import { forEachSite } from '../support/each-site.ts';
import { servePlainly } from '../support/plain-server.ts';

const SERVERS = [
  { name: 'the root of a server', prefix: '/', hasIndexes: true },
  { name: 'a folder of a server', prefix: '/a/b/c/', hasIndexes: true },
  { name: 'a store of files that knows no folders', prefix: '/bucket/', hasIndexes: false },
];

forEachSite((site) => {
  test('every address is relative and names a file of the site', () => {
    const paths = new Set(site.files.map(({ path }) => path));
    const linked = new Set(['index.html']);
    for (const file of site.files.filter(isText)) {
      for (const { url, kind } of referencesOf(file.path, textOf(file))) {
        const target = targetOf(file.path, url);
        if (target === null) {
          assert.equal(kind, 'link', `${file.path} needs ${url}`);
          continue;
        }
        if (kind === 'link' && target !== file.path) linked.add(target);
        assert.doesNotMatch(url, /^\/|^[a-z]+:|\/([?#]|$)/i, `${file.path}: ${url}`);
        assert.ok(paths.has(target), `${file.path}: ${url}`);
      }
    }
    // What was withdrawn is found by those alone who had its address.
    const read = site.pages.filter(({ isEmbed, html }) => !isEmbed && !html.includes('data-withdrawn'));
    for (const { path } of read) assert.ok(linked.has(path), `another page leads to ${path}`);
  });

  test('no text of the site speaks of a path from the root of a server', () => {
    const found = site.files.filter(isText).flatMap((file) => {
      const matches = textOf(file).match(/["'`(=]\/(_astro|basemap|[a-z]{2}\/[a-z])[^"'`)\s]*/g) ?? [];
      return matches.map((match) => `${file.path}: ${match}`);
    });
    assert.deepEqual(found, []);
  });

  for (const { name, prefix, hasIndexes } of SERVERS) {
    test(`from ${name} every link of every page arrives`, async () => {
      const server = await servePlainly({ root: site.dist, prefix, hasIndexes });
      const { links, passed } = await new LinkChecker().check({
        path: site.pages.map(({ path }) => server.url + path),
        checkCss: true,
        checkFragments: true,
        linksToSkip: async (link) => !link.startsWith(server.url),
      });
      await server.close();
      const broken = links.filter(({ state }) => state === LinkState.BROKEN);
      assert.deepEqual(
        broken.map(({ url, parent, status }) => ({ url, parent, status })),
        [],
      );
      assert.ok(passed);
      assert.ok(links.length > site.pages.length, 'more than the pages was asked for');
    });
  }
});
