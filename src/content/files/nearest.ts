import { closest, distance } from 'fastest-levenshtein';

const LISTED = 12;

/** The one candidate that begins with a name, such as `Rain (mm)` with `Rain`; null where there are more, or none. */
function onlyLonger(name: string, candidates: readonly string[]): string | null {
  const [first = null, ...others] = candidates.filter((one) => one.toLowerCase().startsWith(`${name.toLowerCase()} `));
  return others.length === 0 ? first : null;
}

/** The candidate nearest to a misspelt name, or null where none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const best = closest(
    name.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === best) ?? '';
  return distance(name.toLowerCase(), best) <= Math.max(2, Math.ceil(name.length / 3))
    ? found
    : onlyLonger(name, candidates);
}

/** A sentence with the names there are: the first of them, or as many as are asked for. */
export function listNames(candidates: readonly string[], most = LISTED): string {
  if (candidates.length === 0) return 'There are none yet.';
  const listed = candidates
    .slice(0, most)
    .map((candidate) => `\`${candidate}\``)
    .join(', ');
  return candidates.length > most
    ? `There are ${listed} and ${candidates.length - most} more.`
    : `There are: ${listed}.`;
}

/** A sentence that helps with a name that does not exist: the nearest one, or what there is. */
export function suggestName(name: string, candidates: readonly string[]): string {
  const nearest = nearestName(name, candidates);
  return nearest === null ? listNames(candidates) : `Did you mean \`${nearest}\`?`;
}
