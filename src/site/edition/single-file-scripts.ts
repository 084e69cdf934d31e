import { gzipSync } from 'fflate';
import { edited, targetOf } from '../links/reference.ts';
import { type ScriptReference, scriptReferences } from '../links/script-references.ts';
import { type SiteFiles, textOf, toBytes } from '../links/site-files.ts';
import { loadSingleFile } from './single-file-loader.ts';

const nameOf = (path: string): string => encodeURIComponent(path.split('/').at(-1) ?? '');

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** A module that asks the loader for others instead of fetching them. */
function rewritten(path: string, code: string): string {
  const edits = scriptReferences(code).flatMap(({ start, end, url, use, whole: [from, to] }) => {
    const target = targetOf(path, url);
    if (target === null) return [];
    const name = nameOf(target);
    if (use === 'import') return [{ start, end, text: `single-file:${name}` }];
    const call = use === 'later' ? `singleFile.load("${name}")` : `new URL(singleFile.url("${name}"))`;
    return [{ start: from, end: to, text: call }];
  });
  return edited(code, edits);
}

const isNeededAtOnce = ({ use }: ScriptReference): boolean => use === 'import';

/** Modules reached from `entry` by references that `follow` allows. */
function reach(files: SiteFiles, entry: string, follow: (reference: ScriptReference) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (path: string, importers: readonly string[]): void => {
    // Blobs cannot import one another in a circle: neither would have an address first.
    if (importers.includes(path)) throw new Error(`${path} imports itself by way of ${importers.at(-1)}.`);
    if (found.has(path) || !files.has(path)) return;
    found.add(path);
    for (const reference of scriptReferences(textOf(files, path)).filter(follow)) {
      const trail = isNeededAtOnce(reference) ? [...importers, path] : [];
      add(targetOf(path, reference.url) ?? '', trail);
    }
  };
  add(entry, []);
  return found;
}

/** Everything a page's module needs, as blocks of the page, and the script that runs it. */
export function renderScripts(files: SiteFiles, entry: string): string {
  const atOnce = reach(files, entry, isNeededAtOnce);
  const blocks = [...reach(files, entry, () => true)].map((path) => {
    const bytes = toBytes(rewritten(path, textOf(files, path)));
    const isPacked = !atOnce.has(path);
    const content = toBase64(isPacked ? gzipSync(bytes, { level: 9, mtime: 0 }) : bytes);
    return `<script type="text/plain" data-file="${nameOf(path)}"${isPacked ? ' data-packed' : ''}>${content}</script>`;
  });
  return `${blocks.join('\n')}\n<script>(${loadSingleFile})("${nameOf(entry)}")</script>`;
}
