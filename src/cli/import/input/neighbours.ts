/** Files that lie beside the input: they may be what it speaks of. */
export interface Neighbours {
  /** Paths from the folder they were looked for in, with forward slashes. */
  readonly paths: readonly string[];
  /** The text of one; null where it is none that was read. */
  readonly textOf: (path: string) => string | null;
}

export const ALONE: Neighbours = { paths: [], textOf: () => null };

/** A path without the steps that lead up or nowhere. */
const plainPath = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/');

/**
 * The file an address means: what is listed ends as the address does. So no address leads out of the folder. Of several the
 * nearest to the top is meant.
 */
export function findNeighbour(path: string, { paths }: Neighbours): string | null {
  const wanted = plainPath(path).toLowerCase();
  if (wanted === '') return null;
  const found = paths.filter((one) => one.toLowerCase() === wanted || one.toLowerCase().endsWith(`/${wanted}`));
  return found.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** Of the address of a web site: the file whose folders are its last steps, or one beside the input. */
export function findCopy(path: string, neighbours: Neighbours): string | null {
  const steps = plainPath(path).split('/');
  const tails = steps.map((_, at) => steps.slice(at).join('/')).filter((tail) => tail.includes('/'));
  const last = steps.at(-1) ?? '';
  const onTop = neighbours.paths.find((one) => one.toLowerCase() === last.toLowerCase());
  return tails.map((tail) => findNeighbour(tail, neighbours)).find((found) => found !== null) ?? onTop ?? null;
}
