import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type HtmlElement, Parser, StaticConfigLoader } from 'html-validate';
import type { Story } from '../../src/story/story.ts';

export interface BuiltFile {
  /** Below `dist/`, with slashes. */
  readonly path: string;
  readonly content: Buffer;
}

export interface BuiltPage {
  readonly path: string;
  readonly html: string;
  readonly document: HtmlElement;
  /** The story told on the page, or null. */
  readonly story: Story | null;
  /** Whether the page is made for frames on other sites. */
  readonly isEmbed: boolean;
}

const EMBED = /\/embed\/(card\/)?index\.html$/;

const TEXT = /\.(html|css|js|mjs|json|svg|xml|txt|webmanifest|map)$/;

export const isText = ({ path }: BuiltFile): boolean => TEXT.test(path);

export function textOf({ content }: BuiltFile): string {
  return content.toString('utf8');
}

const brotliSizes = new Map<string, number>();

/** Brotli's own default, which makes a file as small as it can. */
const SMALLEST = constants.BROTLI_MAX_QUALITY;
/** A thirtieth of the work, and a sixth more bytes. */
const QUICK = 5;

const keyOf = (quality: number, { content }: BuiltFile): string => `${quality} ${hash('sha256', content)}`;

/** Size after compression. The same content is compressed once: MapLibre alone takes seconds. */
function sizeAt(quality: number, file: BuiltFile): number {
  const key = keyOf(quality, file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const size = brotliSizes.get(key) ?? brotliCompressSync(file.content, { params }).length;
  brotliSizes.set(key, size);
  return size;
}

/** Size after the best compression there is. */
export const brotliSize = (file: BuiltFile): number => sizeAt(SMALLEST, file);

/**
 * Whether files can be sent in so many bytes. The best compression takes long: it is asked for one file after the other, the
 * largest first, and only until the rest is light enough without.
 */
export function fitsInBrotli(bytes: number, files: readonly BuiltFile[]): boolean {
  const isKnown = (file: BuiltFile): boolean => brotliSizes.has(keyOf(SMALLEST, file));
  const sizeOf = (file: BuiltFile): number => sizeAt(isKnown(file) ? SMALLEST : QUICK, file);
  const open = files.filter((file) => !isKnown(file)).sort((a, b) => b.content.length - a.content.length);
  const fits = (): boolean => files.reduce((sum, file) => sum + sizeOf(file), 0) <= bytes;
  return fits() || open.some((file) => brotliSize(file) > 0 && fits());
}

/** Every file of a built site, in a stable order. */
export async function readBuiltFiles(dist: string): Promise<readonly BuiltFile[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (file) => ({
      path: relative(dist, file).replaceAll('\\', '/'),
      content: await readFile(file),
    })),
  );
}

/** The pages among the files, parsed. */
export async function parsePages(files: readonly BuiltFile[]): Promise<readonly BuiltPage[]> {
  const config = await new StaticConfigLoader({ extends: [] }).getConfigFor('page.html');
  return files
    .filter(({ path }) => path.endsWith('.html'))
    .map((file) => {
      const html = textOf(file);
      const document = new Parser(config).parseHtml(html);
      const data = document.querySelector('#story-data')?.textContent;
      const story = data ? (JSON.parse(data) as { readonly story: Story }).story : null;
      return { path: file.path, html, document, story, isEmbed: EMBED.test(file.path) };
    });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#34': '"',
};

/** Text of an element as a reader gets it: entities resolved, white space as one space. */
export function readableText(element: HtmlElement): string {
  return element.textContent
    .replace(/&([a-z]+|#\d+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
