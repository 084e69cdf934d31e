import { join } from 'node:path';
import { editionOf } from '../support/editions.ts';
import { servePlainly } from '../support/plain-server.ts';
import { createReader } from '../support/reader.ts';
import { expect, test } from '../support/reader-test.ts';
import { siteRoot } from '../support/sites.ts';
import { watchPage } from '../support/watch-page.ts';

const SERVERS = [
  { name: 'a folder of a server', prefix: '/a/b/c/', hasIndexes: true },
  { name: 'the root of a store of files without folders, compression or ranges', prefix: '/', hasIndexes: false },
];

for (const { name, prefix, hasIndexes } of SERVERS) {
  // That every link of every page arrives on such servers is held by tests/build/anywhere.test.ts.
  test(`from ${name} every kind of page opens and the story can be read to its end`, async ({
    page,
    siteName,
    told,
  }) => {
    const root = join(siteRoot(siteName), 'dist');
    const server = await servePlainly({ root, prefix, hasIndexes });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const problems: string[] = [];
    watchPage(page, new URL(server.url).origin, problems);
    const { told: edition } = await editionOf(siteName, told);
    const landings = ['index.html', `${told.story.locale}/index.html`];
    for (const path of [...landings, edition.page, ...edition.pages, ...edition.frames]) {
      await page.goto(server.url + path);
      await expect(page.locator('h1')).toBeVisible();
    }
    const reader = createReader(page, { ...told, url: `${server.url}${told.url.slice(1)}index.html` });
    await reader.open();
    for (const index of [1, Math.floor(reader.sections.length / 2), -1]) {
      const id = reader.sections.at(index)?.id ?? '';
      await reader.follow(id);
      await reader.atRest(id);
      expect(await page.locator('.annotation-layer [data-key]').count(), id).toBeGreaterThan(0);
    }
    await server.close();
    expect(problems).toEqual([]);
  });
}
