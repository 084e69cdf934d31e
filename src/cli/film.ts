import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { planOf, readFilmStory } from './film/film-story.ts';
import { countFrames, type Film, type Making, makeFilm, makeMovingPicture, makePoster } from './film/make-film.ts';
import { type FilmOptions, HELP, parseFilm } from './film/options.ts';
import { filmCaptions } from './film/text/captions.ts';
import { findBuiltStory, publicAddress } from './lib/built-story.ts';
import { runCommand } from './lib/run-command.ts';

const CACHE = join(PROJECT_ROOT, '.cache', 'film');

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
  const built = await findBuiltStory(asked);
  if (!built) return 1;
  const { story, locale, path, html } = built;
  const options = { ...asked, address: asked.address ?? publicAddress(process.env['SITE'], path) };
  const film = readFilmStory(html);
  const plan = planOf(film, options);
  await built.look((served) =>
    writeAll({ ...served, html, film, plan, options, cache: CACHE, print: console.log }, `${story}-${locale}`),
  );
  return 0;
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2), HELP, parseFilm, run);
