/** Counts the notes of a page along its sections, which are rendered side by side. */
export interface NoteCount {
  /** How many notes the sections before one have; waits until they have been counted. */
  readonly before: (index: number) => Promise<number>;
  /** Says how many notes there are up to a section, its own included. */
  readonly tell: (index: number, count: number) => void;
}

/** @param sections how many sections the page has */
export function createNoteCount(sections: number): NoteCount {
  const told: ((count: number) => void)[] = [];
  const counts = Array.from(
    { length: sections },
    (_, index) =>
      new Promise<number>((resolve) => {
        told[index] = resolve;
      }),
  );
  return {
    before: (index) => counts[index - 1] ?? Promise.resolve(0),
    tell: (index, count) => told[index]?.(count),
  };
}
