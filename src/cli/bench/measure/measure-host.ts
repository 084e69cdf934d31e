import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { serve } from '../../lib/serve.ts';
import { renderTable } from '../render-table.ts';
import { quantile } from '../scroll-table.ts';
import { floorPage } from './floor-page.ts';
import { type LoadProfile, type LoadRun, measureLoad } from './measure-load.ts';
import { type ScrollFrame, scrollFrames } from './measure-scroll.ts';

/** What a page of somebody else takes to load and to scroll. */
interface HostPage {
  readonly visits: LoadRun[];
  readonly frames: ScrollFrame[];
}

/** The same article without a story and with one at its end. */
export interface HostFigures {
  readonly without: HostPage;
  readonly embedding: HostPage;
}

const STEP_PX = 24;
/** Scripts of the article have long run, and a frame that is near has come. */
const SETTLE_MS = 1500;

/** Of another site than the article, so that the browser draws it apart, as it would at a reader's. */
const otherSite = (siteUrl: string): string => siteUrl.replace('//localhost', '//127.0.0.1');

function withStory(article: string, siteUrl: string, path: string): string {
  const site = otherSite(siteUrl);
  const embed = `<story-embed src="${new URL(path.slice(1), site).href}" style="display:block;min-height:100vh"></story-embed>
<script async src="${new URL('embed.js', site).href}"></script>`;
  return article.replace('</body>', `${embed}</body>`);
}

async function visitHost(
  browser: Browser,
  url: URL,
  folder: string,
  profile: LoadProfile,
  page: HostPage,
): Promise<void> {
  page.visits.push(await measureLoad(browser, url, folder, profile, 'none'));
  const context = await browser.newContext({ ...profile.context, serviceWorkers: 'block' });
  const opened = await context.newPage();
  await opened.goto(url.href);
  await opened.waitForTimeout(SETTLE_MS);
  const session = await context.newCDPSession(opened);
  await session.send('Emulation.setCPUThrottlingRate', { rate: profile.slowdown });
  page.frames.push(...(await scrollFrames(opened, STEP_PX)));
  await context.close();
}

/**
 * What a story costs the article that shows it: an article of the story's own words, without and with the story.
 * @param folder to write the articles to
 */
export async function measureHost(
  browser: Browser,
  site: { readonly dist: string; readonly path: string; readonly siteUrl: string },
  profile: LoadProfile,
  runs: number,
  folder: string,
): Promise<HostFigures> {
  const article = floorPage(await readFile(join(site.dist, site.path, 'index.html'), 'utf8'));
  const pages = { without: article, embedding: withStory(article, site.siteUrl, site.path) };
  for (const [name, html] of Object.entries(pages)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'index.html'), html);
  }
  const server = await serve({ root: folder, port: 4660, host: '127.0.0.1' });
  const figures = { without: { visits: [], frames: [] }, embedding: { visits: [], frames: [] } } satisfies HostFigures;
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const name of ['without', 'embedding'] as const) {
        await visitHost(browser, new URL(`${name}/`, server.url), folder, profile, figures[name]);
      }
    }
  } finally {
    await server.close();
  }
  return figures;
}

const ROWS: readonly { readonly name: string; readonly read: (page: HostPage) => string }[] = [
  { name: 'first contentful paint, s', read: ({ visits }) => seconds(visits.map(({ fcpMs }) => fcpMs ?? 0)) },
  { name: 'total blocking time, ms', read: ({ visits }) => middle(visits.map(({ tbtMs }) => tbtMs)).toFixed(0) },
  { name: 'layout shift', read: ({ visits }) => middle(visits.map(({ cls }) => cls)).toFixed(4) },
  { name: 'heap, MB', read: ({ visits }) => (middle(visits.map(({ heapBytes }) => heapBytes)) / 1e6).toFixed(1) },
  { name: 'frame median, ms', read: ({ frames }) => middle(frames.map(({ mainMs }) => mainMs)).toFixed(1) },
  { name: 'frame p95, ms', read: ({ frames }) => quantile(mainOf(frames), 0.95).toFixed(1) },
];

const middle = (values: readonly number[]): number => quantile(values, 0.5);
const seconds = (values: readonly number[]): string => (middle(values) / 1000).toFixed(2);
const mainOf = (frames: readonly ScrollFrame[]): readonly number[] => frames.map(({ mainMs }) => mainMs);

export function renderHostTable(name: string, { without, embedding }: HostFigures): string {
  const rows = ROWS.map(({ name: label, read }) => [label, read(embedding), read(without)]);
  return renderTable([[`${name}, an article`, 'with the story', 'without'], ...rows]);
}
