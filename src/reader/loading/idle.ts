import type { InPieces } from '../../story/in-pieces.ts';

/** Longest wait for an idle moment, in milliseconds. */
const TIMEOUT_MS = 2000;

/**
 * Runs when the browser has nothing better to do, or after so many milliseconds. Safari has no idle callback and gets a
 * short pause instead.
 */
export function whenIdle(run: (deadline?: IdleDeadline) => void, timeoutMs = TIMEOUT_MS): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: timeoutMs });
  else setTimeout(run, Math.min(timeoutMs, 200));
}

/** A task's share of such work, in milliseconds: short enough for a touch in between to be answered at once. */
const SHARE_MS = 5;

/** Does pieces of work until a task's share is over, at least one. */
function doShare<T>(pieces: InPieces<T>, shareMs = SHARE_MS): IteratorResult<void, T> {
  const end = performance.now() + shareMs;
  let piece = pieces.next();
  while (!piece.done && performance.now() < end) piece = pieces.next();
  return piece;
}

/** Browsers that guard their readers' privacy do not tell when they painted, nor do those in the background. */
const UNTOLD_MS = 1000;

/**
 * Resolves once the first picture is on screen, by the browser's own word, or a while later: what nobody sees yet is not
 * fetched before.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    new PerformanceObserver((seen) => {
      if (seen.getEntriesByName('first-contentful-paint').length > 0) resolve();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, UNTOLD_MS);
  });

/** As long as a piece of work takes on a slow device. */
const PIECE_MS = 2;

/** Does work in idle moments until it is done or called off. */
export function inIdleMoments(pieces: InPieces<unknown>, signal: AbortSignal): void {
  whenIdle((deadline) => {
    if (signal.aborted) return;
    // Between two frames of a scroll there is less time than a share. One that waited too long has no deadline to keep.
    const leftMs = deadline && !deadline.didTimeout ? deadline.timeRemaining() - PIECE_MS : SHARE_MS;
    if (leftMs <= 0 || !doShare(pieces, Math.min(SHARE_MS, leftMs)).done) inIdleMoments(pieces, signal);
  });
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does work task by task, so that what the reader does meanwhile is answered in between.
 * @throws when it is called off
 */
export async function inTasks<T>(pieces: InPieces<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    await nextTask();
    if (signal.aborted) throw new Error('Called off');
    const piece = doShare(pieces);
    if (piece.done) return piece.value;
  }
}
