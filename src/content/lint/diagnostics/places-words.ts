const NAMED = 3;

/** Where something was found, in words: how often, and the first three places. */
export function placesWords(places: readonly string[]): string {
  const named = places.slice(0, NAMED).join(', ');
  if (places.length <= 1) return `at ${named}`;
  const more = places.length - NAMED;
  return `at ${places.length} places: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Rows of a table in words, as a spreadsheet counts them: how many, and the first three. */
export function rowsWords(rows: readonly number[]): string {
  const named = rows.slice(0, NAMED).join(', ');
  if (rows.length <= 1) return `row ${named}`;
  const more = rows.length - NAMED;
  return `${rows.length} rows: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
