import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { oneOf, oneStory, PAGE_THEMES, parseNumber, parseSize } from '../lib/option-values.ts';

export const HELP = `npm run still -- <story> --section <id> [options]: a picture of the map at one place of the story, for print and slides

  --section <id>   whose map
  --at <0 to 1>    how far through the section; 0.5 by default, where it rests with everything drawn
  --locale <code>  language of the names; may be left out where the story has one
  --size <w>x<h>   in pixels; 3000x2000 by default
  --scale <n>      how large type and lines are, as times of those on a page; by default as on a page of 1,200 pixels
  --format <name>  png (default), svg with real text and the typefaces in it, or pdf of lines and text
  --text <form>    of svg and pdf: letters (default), with their typefaces in the file, or outlines: shapes that need none
  --theme <name>   light, dark, or print: the colours of the theme for paper, with little ink; light by default
  --out <file>     <story>-<section>.<format> by default; its ending may say the format
  --site <folder>  a built site; dist/ by default, which is built first where needed
  --help           this text`;

const FORMATS = ['png', 'svg', 'pdf'] as const;
export type StillFormat = (typeof FORMATS)[number];

const TEXT_FORMS = ['letters', 'outlines'] as const;

const STILL_THEMES = [...PAGE_THEMES, 'print'] as const;
export type StillTheme = (typeof STILL_THEMES)[number];

export interface StillOptions {
  readonly story: string;
  readonly section: string;
  readonly at: number;
  readonly locale: string | null;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly format: StillFormat;
  readonly text: (typeof TEXT_FORMS)[number];
  readonly theme: StillTheme;
  readonly out: string | null;
  readonly site: string | null;
}

const one = { type: 'string' } as const;
const OPTIONS = {
  section: one,
  at: one,
  locale: one,
  size: one,
  scale: one,
  format: one,
  text: one,
  theme: one,
  out: one,
  site: one,
  help: { type: 'boolean' },
} as const;

const ON_A_PAGE = 1200;

/**
 * Reads the command line; null asks for help.
 * @throws with a sentence that says what is wrong
 */
export function parseStill(args: readonly string[]): StillOptions | null {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) return null;
  const story = oneStory(positionals);
  if (values.section === undefined) throw new Error('Which section? Say it with --section.');
  const { width, height } = parseSize(values.size ?? '3000x2000', '3000x2000');
  const ending = extname(values.out ?? '').slice(1);
  return {
    story,
    section: values.section,
    at: parseNumber('at', values.at ?? '0.5', [0, 1]),
    locale: values.locale ?? null,
    width,
    height,
    scale: parseNumber('scale', values.scale ?? String(Math.max(1, width / ON_A_PAGE)), [0.5, 8]),
    format: oneOf('format', FORMATS, values.format ?? (ending || 'png')),
    text: oneOf('text', TEXT_FORMS, values.text ?? 'letters'),
    theme: oneOf('theme', STILL_THEMES, values.theme ?? 'light'),
    out: values.out ?? null,
    site: values.site ?? null,
  };
}
