import { whenIdle } from '../loading/idle.ts';

/** What someone does who reads on, or is about to. */
const SIGNS = ['scroll', 'wheel', 'pointermove', 'pointerdown', 'touchstart', 'keydown'] as const;

/** Resolves at the reader's first sign of reading on; coming back to a place further down is one, too. */
export function scrollIntent(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const given = new AbortController();
    const stop = (): void => given.abort();
    const first = (): void => {
      stop();
      resolve();
    };
    signal.addEventListener('abort', stop);
    for (const sign of SIGNS) window.addEventListener(sign, first, { passive: true, signal: given.signal });
  });
}

/** A pause in scrolling, in milliseconds: a finger that is lifted to scroll again takes less. */
const REST_MS = 300;

/** Resolves in the first idle moment of a pause in scrolling: work long enough to be felt waits for it. */
export function scrollAtRest(): Promise<void> {
  return new Promise((resolve) => {
    let last = performance.now();
    const note = (): void => {
      last = performance.now();
    };
    // A timer started anew at each step of a scroll would cost every frame of it.
    const look = (): void => {
      const leftMs = last + REST_MS - performance.now();
      if (leftMs > 0) {
        setTimeout(look, leftMs);
        return;
      }
      window.removeEventListener('scroll', note);
      whenIdle(() => resolve());
    };
    window.addEventListener('scroll', note, { passive: true });
    setTimeout(look, REST_MS);
  });
}
