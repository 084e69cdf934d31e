const NAMED = 3;

/** Where something was found, in words: how often, and the first three places. */
export function placesWords(places: readonly string[]): string {
  const named = places.slice(0, NAMED).join(', ');
  if (places.length <= 1) return `at ${named}`;
  const more = places.length - NAMED;
  return `at ${places.length} places: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
