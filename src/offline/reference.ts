/** Where a file's text names another file. */
export interface Reference {
  /** Offsets of the address as it is written. */
  readonly start: number;
  readonly end: number;
  /** The address as it is meant: entities and escapes resolved. */
  readonly url: string;
  /** `load`: needed to show the page. `link`: somewhere to go from it. `name`: an address that is only told. */
  readonly kind: 'load' | 'link' | 'name';
}

/** Stands for wherever the site will be. */
const SOMEWHERE = 'http://site.invalid/';

/**
 * Path below the site's root of what a file refers to, folders as their `index.html`; null for other sites and for
 * places within the file itself.
 */
export function targetOf(file: string, url: string): string | null {
  if (url === '' || url.startsWith('#') || !URL.canParse(url, SOMEWHERE)) return null;
  const { href, pathname } = new URL(url, SOMEWHERE + file);
  if (!href.startsWith(SOMEWHERE)) return null;
  const path = decodeURIComponent(pathname.slice(1));
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

/** `text` with each reference replaced for which `write` gives text. */
export function replaceReferences(
  text: string,
  references: readonly Reference[],
  write: (reference: Reference) => string | null,
): string {
  let result = '';
  let position = 0;
  for (const reference of [...references].sort((a, b) => a.start - b.start)) {
    const written = write(reference);
    if (written === null) continue;
    result += text.slice(position, reference.start) + written;
    position = reference.end;
  }
  return result + text.slice(position);
}
