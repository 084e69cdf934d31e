/** Work with a pause after each piece: what it comes to is the same however long the pauses are. */
export type InPieces<T> = Generator<void, T>;

/** What the work comes to when it is done without a pause. */
export function allAtOnce<T>(pieces: InPieces<T>): T {
  let piece = pieces.next();
  while (!piece.done) piece = pieces.next();
  return piece.value;
}

/** A list's items made into others, one of them a piece. */
export function* eachInPieces<T, U>(items: readonly T[], make: (item: T) => U): InPieces<readonly U[]> {
  const made: U[] = [];
  for (const item of items) {
    made.push(make(item));
    yield;
  }
  return made;
}
