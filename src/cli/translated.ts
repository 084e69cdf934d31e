import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { storyFiles } from '../content/files/story-files.ts';
import { buildTranslationRecord } from '../content/files/translation-record.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { DISK, type ReadEffects, readStories } from '../site/content/read-content.ts';

export interface TranslatedEffects extends ReadEffects {
  readonly write: (path: string, text: string) => Promise<void>;
  readonly print: (line: string) => void;
}

const HELP = `npm run translated: notes that the translations are those of the words as they stand

  npm run translated -- <language> [--story <slug>]
  --story <slug>   only this story
  --help           this text

From then on npm run check names every text whose original has changed.`;

const HEAD = '# What these translations were made from. Written by `npm run translated`.\n';

const REAL: TranslatedEffects = { ...DISK, write: writeFile, print: (line) => console.log(line) };

/** @returns the exit code */
export async function runTranslated(
  args: readonly string[],
  root = PROJECT_ROOT,
  effects: TranslatedEffects = REAL,
): Promise<number> {
  const options = { story: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [locale] = positionals;
  if (values.help || locale === undefined) {
    effects.print(HELP);
    return values.help ? 0 : 2;
  }
  const folder = join(root, 'content', 'stories');
  const stories = (await readStories(folder, effects)).map(storyFiles);
  const wanted = stories.filter(
    ({ raw, locales, defaultLocale }) =>
      locales.includes(locale) && locale !== defaultLocale && (values.story ?? raw.slug) === raw.slug,
  );
  for (const files of wanted) {
    const record = buildTranslationRecord(files, locale);
    const path = `${files.raw.slug}/${locale}/translated.yaml`;
    await effects.write(join(folder, path), HEAD + stringify(record));
    effects.print(`content/stories/${path}`);
  }
  if (wanted.length === 0) effects.print(`No story is translated into ${locale}.`);
  return wanted.length === 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = await runTranslated(process.argv.slice(2));
