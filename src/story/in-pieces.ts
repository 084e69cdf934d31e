/** Work with a pause after each piece: what it comes to is the same however long the pauses are. */
export type InPieces<T> = Generator<void, T>;

/** What the work comes to when it is done without a pause. */
export function allAtOnce<T>(pieces: InPieces<T>): T {
  let piece = pieces.next();
  while (!piece.done) piece = pieces.next();
  return piece.value;
}
