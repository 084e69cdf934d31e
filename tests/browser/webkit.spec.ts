import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderPage } from '../../src/cli/export/render-edition.ts';
import { editionOf } from '../support/editions.ts';
import { shuffled } from '../support/jumps.ts';
import { expectSameScene } from '../support/same-scene.ts';
import { seeded } from '../support/seeded.ts';
import { serveHosts } from '../support/serve-hosts.ts';
import { MEDIA_STORY } from '../support/sites.ts';
import { atRest, errorsOf, expect, follow, openStory, sceneOf, test, WITH_WEBGL } from '../support/webkit-test.ts';

/** Keys as WebDriver writes them. */
const [END, HOME, PAGE_DOWN, ESCAPE] = ['\uE010', '\uE011', '\uE00F', '\uE00C'];

/** WebKit is driven a step at a time: one section of three tells as much of the engine as all of them. */
const EVERY = 3;

test('MapLibre takes over where there is WebGL, sections to the last rest with their marks drawn, and any way to one shows the scene of a direct visit', async ({
  webKit,
  sites,
  told,
}) => {
  const { sections } = told.story;
  await openStory(webKit, sites.main + told.url + WITH_WEBGL);
  await follow(webKit, sections[1]?.id ?? '');
  await webKit.until('MapLibre', () => document.querySelector('.stage[data-stage="maplibre"]') !== null);
  for (const { id } of sections
    .toReversed()
    .filter((_, index) => index % EVERY === 0)
    .toReversed()) {
    await follow(webKit, id);
    const drawn = () => document.querySelectorAll('svg.annotation-layer [data-key]').length;
    expect(await webKit.run(drawn), id).toBeGreaterThan(0);
  }
  expect(await errorsOf(webKit)).toEqual([]);
  const random = seeded(3);
  const ways = [
    () => webKit.wheel(900),
    () => webKit.press(END),
    () => webKit.press(HOME),
    () => webKit.press(PAGE_DOWN),
  ];
  for (const [index, { id }] of shuffled(sections, random).slice(0, ways.length).entries()) {
    await webKit.open('about:blank');
    await openStory(webKit, `${sites.main}${told.url}#${id}`);
    const direct = await atRest(webKit, id);
    await ways[index]?.();
    await follow(webKit, id);
    expectSameScene(await sceneOf(webKit), direct, `${id}, way ${index}`);
  }
  expect(await errorsOf(webKit)).toEqual([]);
});

test('Arabic is set from the right, in a face that came, with the room that was reckoned for it', async ({
  webKit,
  sites,
  told,
}) => {
  await openStory(webKit, `${sites.main}/ar/${told.story.slug}/`);
  await follow(webKit, told.story.sections[3]?.id ?? '');
  await webKit.until('its own faces', () => document.documentElement.dataset['fallbackFonts'] === undefined);
  const { dir, faces, odd } = await webKit.run(async () => {
    await document.fonts.ready;
    const words = [...document.querySelectorAll<SVGTextElement>('svg.annotation-layer text')];
    const arabic = words.filter((text) => /\p{Script=Arabic}/u.test(text.textContent));
    const isOdd = (text: SVGTextElement) => {
      const { direction, letterSpacing, fontStyle } = getComputedStyle(text);
      return direction !== 'rtl' || !['normal', '0px'].includes(letterSpacing) || fontStyle !== 'normal';
    };
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
    return {
      dir: getComputedStyle(document.querySelector('.stage') as Element).direction,
      faces: loaded.map(({ family }) => family),
      odd: arabic.length === 0 ? ['no Arabic at all'] : arabic.filter(isOdd).map((text) => text.textContent),
    };
  });
  expect({ dir, odd }).toEqual({ dir: 'rtl', odd: [] });
  expect(faces.join()).toMatch(/Noto Naskh Arabic/);
  expect(await errorsOf(webKit)).toEqual([]);
});

test('embedded it follows the page, and contained it keeps to its frame', async ({ webKit, sites, told }) => {
  const hosts = await serveHosts();
  const open = async (mode: string) => {
    await webKit.open(
      `${hosts.url}/every-mode?${new URLSearchParams({ site: sites.main, path: told.url.slice(1), mode })}`,
    );
    await webKit.run(() => document.querySelector('story-embed')?.scrollIntoView());
    await webKit.until('the frame', () => !!document.querySelector('story-embed')?.shadowRoot?.querySelector('iframe'));
    await webKit.enter('story-embed');
    await atRest(webKit);
  };
  await open('scroll');
  await webKit.enter(null);
  await webKit.run(() => {
    const element = document.querySelector<HTMLElement>('story-embed');
    const height = element?.shadowRoot?.querySelector('iframe')?.offsetHeight ?? 0;
    const top = window.scrollY + (element?.getBoundingClientRect().top ?? 0);
    window.scrollTo({ top: top + ((element?.offsetHeight ?? 0) - height) / 2, behavior: 'instant' });
  });
  await webKit.enter('story-embed');
  await webKit.until(
    'a section amid the story',
    (first) => {
      const map = document.querySelector<HTMLElement & { readonly scene: { section: string } | null }>('story-map');
      return map?.scene !== null && map?.scene.section !== first;
    },
    told.story.sections[0]?.id ?? '',
  );
  expect((await atRest(webKit)).progress).toBeGreaterThan(0.2);
  expect(await errorsOf(webKit)).toEqual([]);
  await open('contained');
  const before = await sceneOf(webKit);
  await webKit.click('.embed-bar [data-action="next"]');
  await webKit.until(
    'the next step',
    (progress) => {
      const map = document.querySelector<HTMLElement & { readonly scene: { progress: number } | null }>('story-map');
      return (map?.scene?.progress ?? 0) > progress;
    },
    before.progress,
  );
  expect(await errorsOf(webKit)).toEqual([]);
  await webKit.enter(null);
  await hosts.close();
});

test('one file from the disk tells the story to its end', async ({ webKit, siteName, told }, { outputDir }) => {
  const { site, told: edition } = await editionOf(siteName, told);
  const path = join(outputDir, 'story.html');
  await mkdir(outputDir, { recursive: true });
  await writeFile(path, renderPage(site, edition));
  await openStory(webKit, pathToFileURL(path).href);
  const { id } = told.story.sections.at(-1) ?? { id: '' };
  expect((await follow(webKit, id)).section).toBe(id);
});

test('a picture in place of the map and one that opens large, and every section of a story of data and one of charts', async ({
  webKit,
  sites,
}) => {
  await openStory(webKit, `${sites.volcano}/en/${MEDIA_STORY}/#pictures`);
  await webKit.until('a picture in the text', () => document.querySelector('#pictures .gallery .enlarge') !== null);
  await webKit.run(() => document.querySelector<HTMLElement>('#pictures .gallery .enlarge')?.click());
  await webKit.until('it opens large', () => {
    const image = document.querySelector<HTMLImageElement>('dialog.picture-dialog[open] img');
    return (image?.naturalWidth ?? 0) > 0;
  });
  await webKit.press(ESCAPE);
  await webKit.until('it closes', () => document.querySelector('dialog[open]') === null);
  await follow(webKit, 'dawn');
  await webKit.until('the picture in place of the map', () =>
    [...document.querySelectorAll<HTMLImageElement>('.backdrop img')].some(({ naturalWidth }) => naturalWidth > 0),
  );
  expect(await errorsOf(webKit)).toEqual([]);
  for (const story of ['high-water', 'the-river']) {
    await openStory(webKit, `${sites.volcano}/en/${story}/`);
    const ids = await webKit.run(() => [...document.querySelectorAll('main > section')].map(({ id }) => id));
    for (const id of ids) {
      await follow(webKit, id);
      const marks = () => document.querySelectorAll('svg.annotation-layer [data-key]').length;
      expect(await webKit.run(marks), `${story}: ${id}`).toBeGreaterThan(0);
    }
    expect(await errorsOf(webKit)).toEqual([]);
  }
});
