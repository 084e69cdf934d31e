import { escapeHtml } from '../../i18n/escape-html.ts';
import { cssReferences } from './css-references.ts';
import { htmlReferences } from './html-references.ts';
import { edited, type Reference, relocated, targetOf } from './reference.ts';
import { scriptReferences } from './script-references.ts';

/** A built site: contents by path below its root, with slashes. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const isPage = (path: string): boolean => path.endsWith('.html');
const isStyle = (path: string): boolean => path.endsWith('.css');
const isScript = (path: string): boolean => /\.m?js$/.test(path);

/** @throws where the site has no such file */
export function textOf(files: SiteFiles, path: string): string {
  const content = files.get(path);
  if (!content) throw new Error(`The site has no file ${path}.`);
  return decoder.decode(content);
}

export const toBytes = (text: string): Uint8Array => encoder.encode(text);

/** Addresses in a file of any kind. */
export function referencesOf(path: string, text: string): readonly Reference[] {
  if (isPage(path)) return htmlReferences(text);
  if (isStyle(path)) return cssReferences(text);
  return isScript(path) ? scriptReferences(text) : [];
}

/** A page or style sheet whose addresses hold wherever the site is copied to. Folders are named by their `index.html`. */
export function withRelativeUrls(path: string, text: string): string {
  const edits = referencesOf(path, text).flatMap(({ start, end, url }) => {
    const written = relocated(path, url);
    if (written === null) return [];
    return [{ start, end, text: isPage(path) ? escapeHtml(written) : written }];
  });
  return edited(text, edits);
}

/** Scripts that pages fetch only where they say so, and how they do. */
const ASKED_FOR: readonly (readonly [script: RegExp, asks: (slug: string) => string])[] = [
  [/\/(?:drawn|placed)-kinds[.-]/, () => 'data-kinds'],
  [/\/own-(?:drawn|placed|worker)-([a-z0-9-]+)\.[^./]+\.js$/, (slug) => `data-kinds="${slug}"`],
];

/** Whether pages leave a script alone, though a script of theirs names it. */
function isLeftAlone(files: SiteFiles, pages: readonly string[]): (path: string) => boolean {
  const html = pages.filter((page) => files.has(page)).map((page) => textOf(files, page));
  const isAsked = (words: string): boolean => html.some((text) => text.includes(words));
  return (path) =>
    ASKED_FOR.some(([script, asks]) => {
      const found = script.exec(path);
      return found !== null && !isAsked(asks(found[1] ?? ''));
    });
}

/** Files that a file needs, itself included, in a stable order. Files the site does not have are left out. */
export function filesNeededBy(files: SiteFiles, pages: readonly string[]): readonly string[] {
  const needed = new Set<string>();
  const isLeft = isLeftAlone(files, pages);
  const add = (path: string): void => {
    if (needed.has(path) || !files.has(path) || isLeft(path)) return;
    needed.add(path);
    if (!isPage(path) && !isStyle(path) && !isScript(path)) return;
    for (const { url, kind } of referencesOf(path, textOf(files, path))) {
      const target = kind === 'load' ? targetOf(path, url) : null;
      if (target !== null) add(target);
    }
  };
  for (const page of pages) add(page);
  return [...needed].sort();
}
