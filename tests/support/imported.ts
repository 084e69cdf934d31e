import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { mdxToHast } from 'satteri';
import type { Basemap } from '../../src/basemap/basemap.ts';
import { IMPORT_EFFECTS, type ImportEffects } from '../../src/cli/import/import-effects.ts';
import { importCommand } from '../../src/cli/import.ts';
import { blankBasemap } from '../../src/cli/lib/blank-basemap.ts';
import { unwrapBounds } from '../../src/geo/antimeridian.ts';
import type { LngLatBounds } from '../../src/geo/lng-lat.ts';
import { STRINGS } from '../../src/i18n/translate.ts';
import { readStoryFile } from '../../src/site/content/read-content.ts';
import { inspectMedia } from '../../src/site/media/inspect-media.ts';
import { buildMapIndex } from '../../src/story/map-index.ts';

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'import');

/** Texts or bytes by their path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const textOf = (content: string | Uint8Array | undefined): string =>
  content instanceof Uint8Array ? new TextDecoder().decode(content) : (content ?? '');

/** A basemap as the command would have made it, but for what is on it. */
function madeBasemap(args: readonly string[]): string {
  const argument = (flag: string): string =>
    args.find((arg) => arg.startsWith(`${flag}=`))?.slice(flag.length + 1) ?? args[args.indexOf(flag) + 1] ?? '';
  const bounds = argument('--bounds').split(',').map(Number) as unknown as LngLatBounds;
  const [west, south, east, north] = unwrapBounds(bounds);
  return JSON.stringify(blankBasemap(argument('--name'), [west, south, east, north]));
}

const isBelow = (folder: string) => (path: string) => path.startsWith(`${folder}/`);

function listed(folder: string, known: readonly string[]): Promise<readonly string[] | null> {
  const inner = known.filter(isBelow(folder)).map((path) => path.slice(folder.length + 1));
  return inner.length === 0 && folder.startsWith(FIXTURES)
    ? IMPORT_EFFECTS.list(folder)
    : Promise.resolve(inner.length > 0 ? inner : null);
}

export interface ImportRun {
  readonly fetch?: ImportEffects['fetch'];
  /** The exit code of the command that makes basemaps. */
  readonly basemapCode?: number;
}

const nothingFetched = (): never => assert.fail('an import that was not told to fetch has fetched');

/** Runs the importer on files that need not be there, and keeps what it would write. */
export async function runImport(args: readonly string[], inputs: Files = {}, run: ImportRun = {}) {
  const written: Record<string, string | Uint8Array> = {};
  const [out, err, maps]: [string[], string[], (readonly string[])[]] = [[], [], []];
  const known = () => [...Object.keys(inputs), ...Object.keys(written)];
  const effects: ImportEffects = {
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
    progress: () => undefined,
    exists: (path) => path.startsWith(FIXTURES) || known().some((one) => one === path || isBelow(path)(one)),
    list: (path) => listed(path, known()),
    read(path) {
      const content = inputs[path] ?? written[path];
      return content === undefined ? readFile(path) : Promise.resolve(bytesOf(content));
    },
    async write(path, content) {
      written[path] = await content;
    },
    fetch: run.fetch ?? nothingFetched,
    async makeBasemap(given) {
      maps.push(given);
      const folder = given[given.indexOf('--out') + 1] ?? '';
      const name = given[given.indexOf('--name') + 1] ?? '';
      if (run.basemapCode === undefined)
        written[`${folder}/${name}.topo.json`] = await Promise.resolve(madeBasemap(given));
      return run.basemapCode ?? 0;
    },
    today: () => '2026-01-02',
  };
  const code = await importCommand([...args, '--root', '/project'], effects);
  const texts = Object.fromEntries(Object.entries(written).map(([path, content]) => [path, textOf(content)]));
  return { code, written: texts, bytes: written, maps, out: out.join('\n'), err: err.join('\n') };
}

export const importText = (text: string) => runImport(['/input'], { [resolve('/input')]: text });

/** A written story as `npm run check` reads it; `bytes` holds its media. */
export async function judged(written: Readonly<Record<string, string>>, bytes: Files = written) {
  const [folder = ''] = Object.keys(written).flatMap((path) => /^(.*)\/story\.yaml$/.exec(path)?.[1] ?? []);
  const own = Object.keys(written).filter(isBelow(folder));
  const files = await Promise.all(
    own.map(async (path) => {
      const name = path.slice(folder.length + 1);
      const content = bytesOf(bytes[path] ?? '');
      const file = readStoryFile(name, content);
      return name.startsWith('media/') && !name.endsWith('.yaml')
        ? { ...file, media: await inspectMedia(name.slice(6), content) }
        : file;
    }),
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
