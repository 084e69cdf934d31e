/** Longest wait for an idle moment, in milliseconds. */
const TIMEOUT_MS = 2000;

/** Runs when the browser has nothing better to do. Safari has no idle callback and gets a short pause instead. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: TIMEOUT_MS });
  else setTimeout(run, 200);
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Does work in a task for each piece, so that what the reader does meanwhile is answered in between.
 * @throws when it is called off
 */
export async function inTasks<T>(pieces: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    await nextTask();
    if (signal.aborted) throw new Error('Called off');
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}
