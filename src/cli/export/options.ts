import { parseArgs } from 'node:util';
import { nearestName, suggestName } from '../../content/files/nearest.ts';
import type { StoryPages } from '../../site/edition/edition.ts';
import { oneStory } from '../lib/option-values.ts';

export const FORMATS = ['html', 'folder', 'zip', 'pptx'] as const;
export type Format = (typeof FORMATS)[number];

export const HELP = `npm run export -- <story> [options]: writes one story as something that can be handed on

  --locale <code>  language of the edition; may be left out where the story has one
  --format <name>  html    one page with everything in it, opened by a double click (default)
                   folder  plain files for any web server; the text and its maps can be read without one
                   zip     the folder, packed, with a READ-ME for whoever gets it
                   pptx    slides, one a section: its words as words, its map as a picture, its text as notes
  --media all      film and sound too in one page, which is large then; the other formats have them
  --out <path>     where to write; by default <story>-<locale>.html, .zip, .pptx or a folder of that name
  --force          overwrite what is there
  --help           this text`;

export interface ExportOptions {
  readonly story: string;
  readonly locale: string | null;
  readonly format: Format;
  readonly films: boolean;
  readonly out: string | null;
  readonly force: boolean;
}

const one = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = { locale: one, format: one, media: one, out: one, force: flag, help: flag } as const;

function parseFormat(text: string): Format {
  const format = FORMATS.find((name) => name === text);
  if (format) return format;
  throw new Error(`There is no format "${text}". ${suggestName(text, FORMATS)}`);
}

function parseMedia(text: string | undefined): boolean {
  if (text !== undefined && text !== 'all') throw new Error(`--media takes "all" and nothing else; found "${text}".`);
  return text === 'all';
}

/**
 * Reads the command line; null asks for help.
 * @throws with a sentence that says what is wrong
 */
export function parseExport(args: readonly string[]): ExportOptions | null {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) return null;
  return {
    story: oneStory(positionals),
    locale: values.locale ?? null,
    format: parseFormat(values.format ?? 'html'),
    films: parseMedia(values.media),
    out: values.out ?? null,
    force: values.force ?? false,
  };
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/**
 * The edition that was asked for.
 * @throws with the nearest name, where there is none
 */
export function chooseEdition(
  stories: readonly StoryPages[],
  { story, locale }: Pick<ExportOptions, 'story' | 'locale'>,
): StoryPages {
  const editions = stories.filter((candidate) => candidate.story === story);
  const names = unique(stories.map((candidate) => candidate.story));
  if (editions.length === 0) throw new Error(`There is no story "${story}". ${suggestName(story, names)}`);
  const locales = editions.map((candidate) => candidate.locale);
  const [only] = editions;
  if (locale === null && only && editions.length === 1) return only;
  if (locale === null) throw new Error(`"${story}" is there in ${locales.join(', ')}; say which with --locale.`);
  const edition = editions.find((candidate) => candidate.locale === locale);
  if (edition) return edition;
  const nearest = nearestName(locale, locales);
  const hint = nearest === null ? '' : `Did you mean \`${nearest}\`? `;
  throw new Error(`"${story}" is not there in "${locale}". ${hint}There are: ${locales.join(', ')}.`);
}
