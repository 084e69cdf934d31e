import type { Browser } from 'playwright';
import { type Container, type EncodedSegment, FilmEncoder } from './film-encoder.ts';
import { FilmPage } from './film-page.ts';
import { CLOSING, type FilmSegment } from './film-plan.ts';
import { closingText, type FilmStory, filmViewport, pictureKey, placedTexts } from './film-story.ts';
import { joinSegments } from './join-segments.ts';
import { KeptSegments } from './kept-segments.ts';
import { makeSegment } from './make-segment.ts';
import { movingPicture, type StillFrame } from './moving-picture.ts';
import type { FilmOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { FILM_STYLE, filmCards } from './text/film-cards.ts';

/** All that a film is made from. */
export interface Making {
  readonly browser: Browser;
  readonly origin: string;
  readonly url: string;
  readonly html: string;
  readonly film: FilmStory;
  readonly plan: readonly FilmSegment[];
  readonly options: FilmOptions;
  /** Folder for pieces of films that are done. */
  readonly cache: string;
  readonly print: (line: string) => void;
}

const cardsOf = ({ film, options: { size, address } }: Making): string =>
  filmCards(placedTexts(film, size), closingText(film, size, address ?? ''));

function openPage(making: Making): Promise<FilmPage> {
  const { browser, url, options } = making;
  const { size, theme } = options;
  return FilmPage.open(browser, { url, size, theme, cards: cardsOf(making), style: FILM_STYLE });
}

export const countFrames = (segments: readonly FilmSegment[]): number =>
  segments.reduce((sum, { frames }) => sum + frames.length, 0);

/** The pieces, in order: those an earlier run kept, and those made now. */
async function makeSegments(making: Making, encoder: FilmEncoder): Promise<readonly EncodedSegment[]> {
  const { film, plan, options, html } = making;
  const { size, theme, fps } = options;
  const of = [html, JSON.stringify([size, theme, fps, encoder.codec]), cardsOf(making), FILM_STYLE];
  const kept = new KeptSegments(making.cache, of);
  const viewport = filmViewport(film, size);
  const progress = createProgress(countFrames(plan), making.print);
  let page: FilmPage | null = null;
  const made: EncodedSegment[] = [];
  for (const { id, frames } of plan) {
    const name = `${id}-${frames.length}-${frames[0]?.progress.toFixed(6)}`;
    const found = options.afresh ? null : await kept.find(name);
    if (found) {
      progress.skip(frames.length);
      made.push(found);
      continue;
    }
    page ??= await openPage(making);
    const segment = await makeSegment(frames, {
      page,
      encoder,
      keyOf: (frame) => pictureKey(film, frame, viewport),
      onFrame: progress.step,
    });
    await kept.keep(name, segment);
    made.push(segment);
  }
  await page?.close();
  return made;
}

export interface Film {
  readonly bytes: Uint8Array;
  readonly container: Container;
}

/** @throws where this browser writes no film of that size or form */
export async function makeFilm(making: Making): Promise<Film> {
  const { browser, origin, options } = making;
  const { width, height } = options.size;
  const named = options.form === 'webm' ? 'webm' : 'mp4';
  const container = options.out === null ? null : named;
  const encoder = await FilmEncoder.open(browser, origin, { width, height, fps: options.fps }, container);
  const segments = await makeSegments(making, encoder);
  await encoder.close();
  const { codec } = encoder;
  return { bytes: await joinSegments(segments, codec, options.fps, options.audio), container: codec.container };
}

export async function makeMovingPicture(making: Making, form: 'gif' | 'webp'): Promise<Uint8Array> {
  const { film, plan, options } = making;
  const frames = plan.filter(({ id }) => id !== CLOSING).flatMap((segment) => segment.frames);
  const viewport = filmViewport(film, options.size);
  const progress = createProgress(frames.length, making.print);
  const page = await openPage(making);
  const pictures: { png: Uint8Array; frames: number }[] = [];
  let shown = '';
  for (const frame of frames) {
    const key = pictureKey(film, frame, viewport);
    const last = pictures.at(-1);
    if (key === shown && last) last.frames += 1;
    else pictures.push({ png: Buffer.from(await page.take(frame), 'base64'), frames: 1 });
    shown = key;
    progress.step();
  }
  await page.close();
  return movingPicture(pictures satisfies readonly StillFrame[], form, options.fps);
}

/** The first section as it rests. */
export async function makePoster(making: Making): Promise<Uint8Array> {
  const page = await openPage(making);
  const frame = making.plan[0]?.frames.at(-1);
  if (!frame) throw new Error('The film has no frames.');
  const png = await page.take(frame);
  await page.close();
  return Buffer.from(png, 'base64');
}
