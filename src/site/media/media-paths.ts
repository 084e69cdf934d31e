import { endingOf, MEDIA_ENDINGS } from '../../content/media/media-names.ts';

/** Where media lie in a built site, from its root. */
export const MEDIA_FOLDER = '_media/';

/** Types of the files that are made, by their endings. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  vtt: 'text/vtt',
  json: 'application/json',
};

const SIZED = /^(_media\/.+)-(\d+)\.(avif|webp)$/;

/** One of the files of a picture: the name they share, and its width. */
export interface SizedPicture {
  readonly stem: string;
  readonly width: number;
  readonly isPlain: boolean;
}

/** Null for what is not one file of a picture among several. */
export function sizedPicture(path: string): SizedPicture | null {
  const [, stem, width, ending] = SIZED.exec(path) ?? [];
  return stem === undefined ? null : { stem, width: Number(width), isPlain: ending === 'webp' };
}

/** Whether a path is that of a film or a recording. */
export function isFilm(path: string): boolean {
  const kind = MEDIA_ENDINGS[endingOf(path)];
  return path.startsWith(MEDIA_FOLDER) && (kind === 'video' || kind === 'audio');
}

/** What is enough for a screen of any density, but for the largest. */
export const PLAIN_WIDTH = 960;

/** Of the files of each picture, the one that is kept where only one is. */
export function onePerPicture(paths: readonly string[]): readonly string[] {
  const chosen = new Map<string, { readonly path: string; readonly width: number }>();
  for (const path of paths) {
    const sized = sizedPicture(path);
    if (!sized?.isPlain) continue;
    const before = chosen.get(sized.stem);
    const isBetter =
      before === undefined || (sized.width <= PLAIN_WIDTH ? sized.width > before.width : sized.width < before.width);
    if (isBetter) chosen.set(sized.stem, { path, width: sized.width });
  }
  const kept = new Set([...chosen.values()].map(({ path }) => path));
  return paths.filter((path) => sizedPicture(path) === null || kept.has(path));
}
