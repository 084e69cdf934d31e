interface Recalled {
  readonly causes: readonly unknown[];
  readonly value: unknown;
}

/** Remembers what the last round came to, so that what stands still from one frame to the next is not made again. */
export interface FrameMemo {
  /** Starts a round. What the round before did not ask for is forgotten. */
  readonly next: () => void;
  /** The last round's value where its causes are the very same, else what `make` returns. */
  readonly of: <T>(key: string, causes: readonly unknown[], make: () => T) => T;
}

export function createFrameMemo(): FrameMemo {
  let before = new Map<string, Recalled>();
  let now = new Map<string, Recalled>();
  return {
    next: () => {
      [before, now] = [now, new Map()];
    },
    of: <T>(key: string, causes: readonly unknown[], make: () => T): T => {
      const known = before.get(key);
      const same = known?.causes.every((cause, at) => Object.is(cause, causes[at]));
      const value = same ? known?.value : make();
      now.set(key, { causes, value });
      return value as T;
    },
  };
}
