/** What becomes of shapes that are all kept. */
export const shapesKept = ({ length }: readonly unknown[]): string =>
  length === 1 ? 'its shape, as data of the story' : `${length} shapes, as data of the story`;

/** What becomes of words that are all kept. */
export const wordsKept = (count: number): string => (count === 1 ? 'its word' : `its ${count} words`);
