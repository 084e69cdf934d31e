/** Where a file's text names another file. */
export interface Reference {
  /** Offsets of the address as it is written. */
  readonly start: number;
  readonly end: number;
  /** The address as it is meant: entities and escapes resolved. */
  readonly url: string;
  /** `load`: needed to show the page. `link`: somewhere to go from it. `name`: an address that is only told. */
  readonly kind: 'load' | 'link' | 'name';
  /** What goes with the address when it is taken away: its attribute, or a whole element that is nothing without it. */
  readonly owner?: Range;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Edit extends Range {
  readonly text: string;
}

/** Stands for wherever the site will be. */
const SOMEWHERE = 'http://site.invalid/';

function decodeOrKeep(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/** A path without its escapes. A stray `%`, which authors write, is meant as itself. */
const decodePath = (path: string): string => path.replace(/(?:%[0-9a-f]{2})+/gi, decodeOrKeep);

/**
 * Path below the site's root of what a file refers to, folders as their `index.html`; null for other sites and for
 * places within the file itself.
 */
export function targetOf(file: string, url: string): string | null {
  if (url === '' || url.startsWith('#') || !URL.canParse(url, SOMEWHERE)) return null;
  const { href, pathname } = new URL(url, SOMEWHERE + file);
  if (!href.startsWith(SOMEWHERE)) return null;
  const path = decodePath(pathname.slice(1));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

const suffixOf = (url: string): string => /[?#].*$/.exec(url)?.[0] ?? '';

/** Address of `target`, seen from `file`; both are paths below the site's root. */
export function relativeUrl(file: string, target: string): string {
  const from = file.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  const steps = [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(encodeURIComponent)];
  return steps.join('/');
}

/** The same reference for a site that may be anywhere, or null where it leads out of the site. */
export function relocated(file: string, url: string): string | null {
  const target = targetOf(file, url);
  return target === null ? null : relativeUrl(file, target) + suffixOf(url);
}

const isInsertion = ({ start, end }: Edit): number => (start === end ? 0 : 1);

/** `text` with parts of it replaced. Of parts that overlap the first and widest holds; what is put in between stays. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || isInsertion(a) - isInsertion(b) || b.end - a.end)) {
    if (edit.start < position) continue;
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}
