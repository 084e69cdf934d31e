import { closest, distance } from 'fastest-levenshtein';

const LISTED = 12;

/** The candidate nearest to a misspelt name, or null where none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const best = closest(
    name.toLowerCase(),
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const found = candidates.find((candidate) => candidate.toLowerCase() === best) ?? '';
  return distance(name.toLowerCase(), best) <= Math.max(2, Math.ceil(name.length / 3)) ? found : null;
}

/** A sentence that helps with a name that does not exist: the nearest one, or what there is. */
export function suggestName(name: string, candidates: readonly string[]): string {
  const nearest = nearestName(name, candidates);
  if (nearest !== null) return `Did you mean \`${nearest}\`?`;
  if (candidates.length === 0) return 'There are none yet.';
  const listed = candidates
    .slice(0, LISTED)
    .map((candidate) => `\`${candidate}\``)
    .join(', ');
  return candidates.length > LISTED
    ? `There are ${listed} and ${candidates.length - LISTED} more.`
    : `There are: ${listed}.`;
}
