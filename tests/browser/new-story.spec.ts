import { type StaticServer, serve } from '../../src/cli/lib/serve.ts';
import { authoredSite } from '../support/authored-site.ts';
import { freePorts } from '../support/free-ports.ts';
import { expect, test } from '../support/reader-test.ts';

let server: StaticServer;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const [port = 0] = await freePorts(1);
  server = await serve({ root: await authoredSite(), port, host: '127.0.0.1', attempts: 1 });
});

test.afterAll(() => server.close());

test('a scaffolded story opens, and its map follows the reader', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(new URL('en/the-crossing/#from-here-to-there', server.url).href);
  const map = page.locator('story-map');
  await expect(map).toHaveAttribute('data-settled', 'true');
  await expect(page.locator('svg.annotation-layer')).toContainText('The next place');
  await expect(page.locator('svg.annotation-layer')).toContainText('Second place');
  expect(errors).toEqual([]);
});
