interface Entry {
  readonly deps: readonly unknown[];
  readonly value: unknown;
}

/** Keeps what the frame before made, so that what stands still is not made again. */
export interface FrameMemo {
  /** Starts a frame. What the frame before did not ask for is forgotten. */
  readonly next: () => void;
  /** The frame before's value where its dependencies are the very same, else what `make` returns. */
  readonly get: <T>(key: string, deps: readonly unknown[], make: () => T) => T;
}

export function createFrameMemo(): FrameMemo {
  let before = new Map<string, Entry>();
  let now = new Map<string, Entry>();
  return {
    next: () => {
      [before, now] = [now, new Map()];
    },
    get: <T>(key: string, deps: readonly unknown[], make: () => T): T => {
      const entry = before.get(key);
      const isSame = entry?.deps.every((dep, at) => Object.is(dep, deps[at]));
      const value = isSame ? entry?.value : make();
      now.set(key, { deps, value });
      return value as T;
    },
  };
}
