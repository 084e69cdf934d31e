import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { startDevServer } from '../dev-server.ts';
import { writeBenchSite } from './measure-build.ts';

/** The first page waits until the libraries are bundled. */
const READY_TIMEOUT_MS = 120_000;
const SECTION = 'section-3';
const FILE = `content/stories/story-0/en/12-${SECTION}.mdx`;

/** Milliseconds from a saved file to new words on the open page, for one edit after the other. */
export async function measureEdits(browser: Browser, edits: number): Promise<readonly number[]> {
  const root = await writeBenchSite(1);
  const file = join(root, FILE);
  const written = await readFile(file, 'utf8');
  const server = await startDevServer(root, 4601);
  const took: number[] = [];
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(READY_TIMEOUT_MS);
    await page.goto(`${server.url}/en/story-0/#${SECTION}`);
    await page.waitForSelector('story-map[data-settled="true"]');
    for (let edit = 0; edit < edits; edit += 1) {
      const words = `Words written at the stroke of ${'i'.repeat(edit + 1)}.`;
      const started = performance.now();
      await writeFile(file, `${written}\n${words}\n`);
      await page.getByText(words).waitFor();
      took.push(performance.now() - started);
      await page.waitForSelector('story-map[data-settled="true"]');
    }
  } finally {
    await server.stop();
    await rm(root, { recursive: true, force: true });
  }
  return took;
}
