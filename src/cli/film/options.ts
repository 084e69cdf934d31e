import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { oneOf, oneStory, PAGE_THEMES, type PageTheme } from '../lib/option-values.ts';
import { type FilmSize, parseFilmSize } from './film-size.ts';

export const HELP = `npm run film -- <story> [options]: makes a film of a story, or a moving picture of a section

  --locale <code>    language of the film; may be left out where the story has one
  --size <w>x<h>     1080x1920 (upright, the default), 1920x1080, 1080x1080 or any other
  --sections <a,b>   only these sections, in the story's order
  --out <file>       .mp4 or .webm a film, .gif or .webp a moving picture of one section of at most 3 MB;
                     <story>-<locale>.mp4 by default
  --fps <n>          frames a second; 30 by default
  --wpm <n>          words a minute that readers are given; by default as measured for the language
  --theme <name>     light or dark; light by default
  --address <text>   where the story is to be read, on the card at the end; that of SITE by default
  --captions         writes the texts beside it, as WebVTT
  --audio <file>     lays a sound under it: MP3, M4A, Ogg or Opus, as long as the film is
  --poster           writes its first whole picture beside it, as PNG
  --site <folder>    a built site; dist/ by default, which is built first where needed
  --afresh           draws again what an earlier run has kept
  --help             this text

A film that was stopped goes on where it was: pieces that are done are kept in .cache/film. How long a section stands
follows from how much there is to read; \`film: {seconds: 8, text: …}\` in a section says otherwise.`;

export type Form = 'mp4' | 'webm' | 'gif' | 'webp';

export interface FilmOptions {
  readonly story: string;
  readonly locale: string | null;
  readonly size: FilmSize;
  readonly sections: readonly string[] | null;
  readonly out: string | null;
  readonly form: Form;
  readonly fps: number;
  readonly wordsPerMinute: number | null;
  readonly theme: PageTheme;
  readonly address: string | null;
  readonly captions: boolean;
  readonly audio: string | null;
  readonly poster: boolean;
  readonly site: string | null;
  readonly afresh: boolean;
}

const one = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  locale: one,
  size: one,
  sections: one,
  out: one,
  fps: one,
  wpm: one,
  theme: one,
  address: one,
  captions: flag,
  audio: one,
  poster: flag,
  site: one,
  afresh: flag,
  help: flag,
} as const;

const FORMS: Readonly<Record<string, Form>> = { '.mp4': 'mp4', '.webm': 'webm', '.gif': 'gif', '.webp': 'webp' };

function parseForm(out: string | undefined): Form {
  if (out === undefined) return 'mp4';
  const form = FORMS[extname(out).toLowerCase()];
  if (form) return form;
  throw new Error(`--out names a file that ends in ${Object.keys(FORMS).join(', ')}; found "${out}".`);
}

function parseCount(name: string, text: string | undefined, [least, most]: readonly [number, number]): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} takes a whole number from ${least} to ${most}; found "${text}".`);
}

/**
 * Reads the command line; null asks for help.
 * @throws with a sentence that says what is wrong
 */
export function parseFilm(args: readonly string[]): FilmOptions | null {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) return null;
  const story = oneStory(positionals);
  const form = parseForm(values.out);
  const isFilm = form === 'mp4' || form === 'webm';
  if (!isFilm && values.audio !== undefined) throw new Error('A moving picture has no sound; leave --audio out.');
  return {
    story,
    locale: values.locale ?? null,
    size: parseFilmSize(values.size ?? (isFilm ? '1080x1920' : '480x480')),
    sections: values.sections?.split(',').map((id) => id.trim()) ?? null,
    out: values.out ?? null,
    form,
    fps: parseCount('fps', values.fps, [1, 60]) ?? (isFilm ? 30 : 12),
    wordsPerMinute: parseCount('wpm', values.wpm, [40, 600]),
    theme: oneOf('theme', PAGE_THEMES, values.theme ?? 'light'),
    address: values.address ?? null,
    captions: values.captions ?? false,
    audio: values.audio ?? null,
    poster: values.poster ?? false,
    site: values.site ?? null,
    afresh: values.afresh ?? false,
  };
}
