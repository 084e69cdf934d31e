import { join } from 'node:path';
import { findBrowserEffects } from '../../src/cli/lib/find-browser.ts';
import { findPrograms, OTHER_BROWSERS } from '../../src/cli/lib/other-browsers.ts';
import type { SceneDetail } from '../../src/reader/player/events.ts';
import { readBuiltFiles } from '../../src/site/built-site.ts';
import { isPage, type SiteFiles, textOf, toBytes } from '../../src/site/links/site-files.ts';
import { servePlainly } from './plain-server.ts';
import { test as readerTest } from './reader-test.ts';
import { type SiteName, siteRoot } from './sites.ts';
import { startWebKit, type WebDriver } from './web-driver.ts';

interface WebKitFixtures {
  readonly webKit: WebDriver;
  /** Addresses of the sites, whose pages keep their errors: WebDriver hears of none. */
  readonly sites: Readonly<Record<(typeof SITES)[number], string>>;
}

/** Added to an address for a page that has WebGL: without a graphics card MapLibre takes ten times longer than all else. */
export const WITH_WEBGL = '?webgl';

/** What a page must not do, from its first line on. */
const WATCH = `<script>
if (location.search !== '${WITH_WEBGL}') {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...more);
  };
}
addEventListener('error', (event) => (window.errors ??= []).push(String(event.message || event.target?.outerHTML)), true);
addEventListener('unhandledrejection', ({ reason }) => (window.errors ??= []).push(String(reason?.stack ?? reason)));
for (const name of ['error', 'warn']) {
  const say = console[name];
  console[name] = (...words) => { (window.errors ??= []).push(words.join(' ')); say.apply(console, words); };
}
</script>`;

const SITES = ['main', 'volcano'] as const satisfies readonly SiteName[];

async function watchedSite(name: SiteName): Promise<SiteFiles> {
  const files = await readBuiltFiles(join(siteRoot(name), 'dist'));
  return new Map(
    [...files].map(([path, content]) =>
      isPage(path)
        ? [path, toBytes(textOf(files, path).replace(/<head[^>]*>/, (head) => head + WATCH))]
        : [path, content],
    ),
  );
}

/** The reader's test with Safari's engine, one window for all tests of a worker. */
export const test = readerTest.extend<object, WebKitFixtures>({
  webKit: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const webKit = await startWebKit(findPrograms(OTHER_BROWSERS.webkit, findBrowserEffects) ?? []);
      await use(webKit);
      await webKit.close();
    },
    { scope: 'worker' },
  ],
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const servers = await Promise.all(SITES.map(async (name) => servePlainly({ root: await watchedSite(name) })));
      const [main = '', volcano = ''] = servers.map(({ url }) => url.replace(/\/$/, ''));
      await use({ main, volcano });
      for (const server of servers) await server.close();
    },
    { scope: 'worker' },
  ],
});

type StoryMapElement = HTMLElement & { readonly scene: SceneDetail | null };

export const sceneOf = (webKit: WebDriver): Promise<SceneDetail> =>
  webKit.run(() => document.querySelector<StoryMapElement>('story-map')?.scene as SceneDetail);

/** Waits until the scene is at rest and drawn; with a section, until it is that section's. */
export async function atRest(webKit: WebDriver, section: string | null = null): Promise<SceneDetail> {
  await webKit.run(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
  await webKit.until(
    `rest at ${section ?? 'any section'}`,
    (id) => {
      const map = document.querySelector<StoryMapElement>('story-map');
      return map?.dataset['settled'] === 'true' && map.scene !== null && (id === null || map.scene.section === id);
    },
    section,
  );
  return sceneOf(webKit);
}

export async function openStory(webKit: WebDriver, url: string): Promise<void> {
  await webKit.open(url);
  await atRest(webKit);
}

export async function follow(webKit: WebDriver, section: string): Promise<SceneDetail> {
  await webKit.run((id) => {
    history.replaceState(history.state, '', location.pathname);
    location.hash = id;
  }, section);
  return atRest(webKit, section);
}

/** What the page should never do; that this machine has no codec for a film is not the page's doing. */
export const errorsOf = async (webKit: WebDriver): Promise<readonly string[]> => {
  const errors = await webKit.run(() => (window as { readonly errors?: readonly string[] }).errors ?? []);
  return errors.filter((error) => !error.startsWith('<source '));
};

export { expect } from './reader-test.ts';
