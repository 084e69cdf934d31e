import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readBuiltFiles } from '../site/built-site.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { findStories } from '../site/edition/edition.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { chooseEdition } from './export/options.ts';
import { planOf, readFilmStory } from './film/film-story.ts';
import { countFrames, type Film, type Making, makeFilm, makeMovingPicture, makePoster } from './film/make-film.ts';
import { type FilmOptions, HELP, parseFilm } from './film/options.ts';
import { filmCaptions } from './film/text/captions.ts';
import { ensureBrowser, findBrowserEffects, NO_WEBGL_FLAGS } from './lib/find-browser.ts';
import { serve } from './lib/serve.ts';

const CACHE = join(PROJECT_ROOT, '.cache', 'film');

const addressAt = (site: string | undefined, path: string): string =>
  site ? new URL(path, site).href.replace(/^https?:\/\//, '') : '';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

async function write(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function make(making: Making): Promise<Pick<Film, 'bytes'> & { readonly ending: string }> {
  const { form } = making.options;
  if (form === 'gif' || form === 'webp') return { bytes: await makeMovingPicture(making, form), ending: form };
  const { bytes, container } = await makeFilm(making);
  return { bytes, ending: container };
}

async function writeAll(making: Making, name: string): Promise<void> {
  const { film, plan, options, print } = making;
  const { fps } = options;
  print(`${countFrames(plan)} frames, ${(countFrames(plan) / fps).toFixed(0)} seconds of film.`);
  const { bytes, ending } = await make(making);
  const out = resolve(options.out ?? `${name}.${ending}`);
  const beside = (other: string): string => out.replace(/\.[^.]+$/, other);
  await write(out, bytes);
  if (options.captions) await write(beside('.vtt'), filmCaptions(plan, film.texts, fps));
  if (options.poster) await write(beside('.png'), await makePoster(making));
  print(`Wrote ${out} (${megabytes(bytes.length)}).`);
}

async function run(asked: FilmOptions): Promise<number> {
  if (asked.audio !== null && !existsSync(asked.audio)) throw new Error(`There is no file ${asked.audio}.`);
  if (!asked.site && !(await buildIfNeeded(PROJECT_ROOT, buildEffects))) return 1;
  const dist = resolve(asked.site ?? join(PROJECT_ROOT, 'dist'));
  const { locale, story } = chooseEdition(findStories(await readBuiltFiles(dist)), asked);
  const path = `${locale}/${story}/`;
  const options = { ...asked, address: asked.address ?? addressAt(process.env['SITE'], path) };
  const html = await readFile(join(dist, path, 'index.html'), 'utf8');
  const film = readFilmStory(html);
  const plan = planOf(film, options);
  const { chromium } = await import('playwright');
  const executablePath = await ensureBrowser(findBrowserEffects);
  const browser = await chromium.launch({ executablePath, args: [...NO_WEBGL_FLAGS] });
  const server = await serve({ root: dist, port: 4700, host: '127.0.0.1' });
  try {
    const [origin, url] = [server.url, new URL(path, server.url).href];
    const making = { browser, origin, url, html, film, plan, options, cache: CACHE, print: console.log };
    await writeAll(making, `${story}-${locale}`);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

async function main(): Promise<number> {
  const options = parseFilm(process.argv.slice(2));
  if (options) return await run(options);
  console.log(HELP);
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: Error) => {
    console.error(error.message);
    return 1;
  });
}
