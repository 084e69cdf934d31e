import { dispatchStory, type FallbackReason } from './events.ts';

/**
 * Tells what the page does without, as `story:fallback`.
 * @param cause what was thrown, where something was: the same is told once
 */
export type TellFallback = (reason: FallbackReason, cause?: unknown) => void;

/** An error that says what the page does without because of it. */
export class FallbackError extends Error {
  readonly reason: FallbackReason;

  constructor(reason: FallbackReason, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.reason = reason;
  }
}

/** The same work; when it fails, for want of what `reason` says. */
export async function orFallBack<T>(reason: FallbackReason, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new FallbackError(reason, cause);
  }
}

/** Names the cause on the console while a story is written. */
export function logFallback(reason: FallbackReason, cause: unknown): void {
  // biome-ignore lint/suspicious/noConsole: an author reads it there; no build has this line.
  if (import.meta.env.DEV) console.warn(reason, cause);
}

export function createTellFallback(target: EventTarget, log: typeof logFallback): TellFallback {
  const told = new Set<string>();
  return (reason, cause) => {
    if (cause === undefined) {
      dispatchStory(target, 'story:fallback', { reason });
      return;
    }
    const detail = cause instanceof Error ? cause.message : String(cause);
    const words = `${reason} ${detail}`;
    if (told.has(words)) return;
    told.add(words);
    log(reason, cause);
    dispatchStory(target, 'story:fallback', { reason, detail });
  };
}
