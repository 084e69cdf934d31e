import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';
import { LOCALES, type LocaleEntry } from '../../i18n/locale-entries.ts';
import { UNSPACED } from '../../typography/line-pieces.ts';

const ENTRIES = /\/src\/i18n\/locale-entries\.ts$/;

function localesOf(file: string): readonly string[] {
  try {
    const story = parse(readFileSync(file, 'utf8')) as { readonly locales?: unknown } | null;
    return Array.isArray(story?.locales) ? story.locales.map(String) : [];
  } catch {
    // What is wrong with the file is told where content is checked.
    return [];
  }
}

/** Languages that the stories of a site are told in. */
export function languagesToldIn(root: string): readonly string[] {
  const stories = join(root, 'content', 'stories');
  const names = existsSync(stories) ? readdirSync(stories) : [];
  return [...new Set(names.flatMap((name) => localesOf(join(stories, name, 'story.yaml'))))];
}

/** The module of entries with those of some languages only. */
export function entriesOf(locales: readonly string[]): string {
  const entries: Readonly<Record<string, LocaleEntry>> = Object.fromEntries(
    Object.entries(LOCALES).filter(([locale, entry]) => locales.includes(locale) && Object.keys(entry).length > 0),
  );
  return `export const LOCALES = ${JSON.stringify(entries)};`;
}

/** Whether any words of a site's stories are in a script without spaces between words. */
export function hasUnspacedWords(root: string): boolean {
  const stories = join(root, 'content', 'stories');
  const files = existsSync(stories) ? readdirSync(stories, { recursive: true, encoding: 'utf8' }) : [];
  const texts = files.filter((file) => /\.(mdx|yaml|csv|tsv|geojson|topojson|gpx|kml)$/.test(file));
  return texts.some((file) => UNSPACED.test(readFileSync(join(stories, file), 'utf8')));
}

const LINE_PIECES = /(\/src\/typography\/)line-pieces\.ts$/;

/**
 * A Vite plugin: in a build the reader's threads get what is said of the languages that the site's stories are told in, and
 * break lines as the scripts of their words ask.
 */
export function toldLanguages(): Plugin {
  let root = '';
  let isSpaced: boolean | undefined;
  return {
    name: 'told-languages',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved(config) {
      root = config.root;
    },
    async resolveId(id, importer) {
      if (!id.endsWith('/line-pieces.ts')) return undefined;
      isSpaced ??= !hasUnspacedWords(root);
      const found = await this.resolve(id, importer, { skipSelf: true });
      return isSpaced && found ? found.id.replace(LINE_PIECES, '$1spaced-pieces.ts') : found;
    },
    load: {
      filter: { id: ENTRIES },
      handler: () => ({ code: entriesOf(languagesToldIn(root)), moduleSideEffects: false }),
    },
  };
}
