import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { mdxToHast } from 'satteri';
import type { Basemap } from '../../src/basemap/basemap.ts';
import { type ImportEffects, importCommand } from '../../src/cli/import.ts';
import { STRINGS } from '../../src/i18n/translate.ts';
import { readStoryFile } from '../../src/site/content/read-content.ts';
import { buildMapIndex } from '../../src/story/map-index.ts';

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'import');

/** Texts by their path. */
export type Files = Readonly<Record<string, string>>;

/** Runs the importer on files that need not be there, and keeps what it would write. */
export async function runImport(args: readonly string[], inputs: Files = {}) {
  const written: Record<string, string> = {};
  const [out, err]: [string[], string[]] = [[], []];
  const effects: ImportEffects = {
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    exists: (path) =>
      path in inputs || path.startsWith(FIXTURES) || Object.keys(written).some((known) => known.startsWith(path)),
    list: async (path) => (path.endsWith('folder') ? await readdir(path) : null),
    read: (path) => (path in inputs ? Promise.resolve(inputs[path] ?? '') : readFile(path, 'utf8')),
    async write(path, text) {
      written[path] = await text;
    },
    today: () => '2026-01-02',
  };
  const code = await importCommand([...args, '--root', '/project'], effects);
  return { code, written, out: out.join('\n'), err: err.join('\n') };
}

export const importText = (text: string) => runImport(['/input'], { [resolve('/input')]: text });

/** A written story as `npm run check` reads it. */
export function judged(written: Files) {
  const [folder = ''] = Object.keys(written).flatMap((path) => /^(.*)\/story\.yaml$/.exec(path)?.[1] ?? []);
  const own = Object.keys(written).filter((path) => path.startsWith(`${folder}/`));
  const files = own.map((path) =>
    readStoryFile(path.slice(folder.length + 1), new TextEncoder().encode(written[path])),
  );
  const maps = Object.keys(written).filter((path) => path.endsWith('.topo.json'));
  const basemaps = Object.fromEntries(
    maps.map((path) => [/([^/]+)\.topo/.exec(path)?.[1] ?? '', JSON.parse(written[path] ?? '') as Basemap]),
  );
  const mapIndexes = Object.fromEntries(Object.entries(basemaps).map(([name, map]) => [name, buildMapIndex(map)]));
  const raw = { slug: folder.split('/').at(-1) ?? '', folder, files };
  return { folder, raw, basemaps, context: { mapIndexes, strings: STRINGS } };
}

export interface Node {
  readonly type: string;
  readonly value?: string;
  readonly tagName?: string;
  readonly children?: readonly Node[];
}

/** A tree of HTML and all below it. */
export const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** All there is in a text of a section once it is HTML. */
export const treeOf = (mdx: string): readonly Node[] => nodesOf(mdxToHast(mdx) as unknown as Node);
