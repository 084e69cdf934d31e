/** How far a film is, and how long what is left will take. */
export interface Progress {
  step(): void;
  /** Frames that need not be made. */
  skip(frames: number): void;
}

const EVERY_MS = 5000;

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;

export function createProgress(
  total: number,
  print: (line: string) => void,
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let done = 0;
  let skipped = 0;
  let told = start;
  const tell = (): void => {
    const at = now();
    if (at - told < EVERY_MS && done < total) return;
    told = at;
    const left = ((at - start) / 1000 / Math.max(1, done - skipped)) * (total - done);
    print(`  frame ${done} of ${total}${done < total ? `, ${minutes(left)} left` : ''}`);
  };
  return {
    step: () => {
      done += 1;
      tell();
    },
    skip: (frames) => {
      done += frames;
      skipped += frames;
    },
  };
}
