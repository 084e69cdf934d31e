import { parseArgs } from 'node:util';
import { oneOf, oneStory, PAGE_THEMES, type PageTheme, type PixelSize, parseSize } from '../lib/option-values.ts';

export const HELP = `npm run cards -- <story> [options]: a picture of each section with its title and sources, for networks and chats

  --locale <code>    language of the cards; may be left out where the story has one
  --size <w>x<h>     1080x1350 (upright, the default), 1200x630, 1080x1080 or any other
  --sections <a,b>   only these sections
  --theme <name>     light or dark; light by default
  --out <folder>     <story>-cards-<locale> by default; files are named after the sections
  --site <folder>    a built site; dist/ by default, which is built first where needed
  --help             this text

On a card that is wider than high the words stand beside the map, else below it. The build makes cards of 1200x630 by
itself, for links to the sections.`;

export interface CardsOptions extends PixelSize {
  readonly story: string;
  readonly locale: string | null;
  /** Ids, or null for all. */
  readonly sections: readonly string[] | null;
  readonly theme: PageTheme;
  readonly out: string | null;
  readonly site: string | null;
}

const one = { type: 'string' } as const;
const OPTIONS = {
  locale: one,
  size: one,
  sections: one,
  theme: one,
  out: one,
  site: one,
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line; null asks for help.
 * @throws with a sentence that says what is wrong
 */
export function parseCards(args: readonly string[]): CardsOptions | null {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) return null;
  return {
    story: oneStory(positionals),
    locale: values.locale ?? null,
    ...parseSize(values.size ?? '1080x1350', '1080x1350'),
    sections: values.sections?.split(',').map((id) => id.trim()) ?? null,
    theme: oneOf('theme', PAGE_THEMES, values.theme ?? 'light'),
    out: values.out ?? null,
    site: values.site ?? null,
  };
}
