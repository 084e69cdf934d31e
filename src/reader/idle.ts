/** Longest wait for an idle moment, in milliseconds. */
const TIMEOUT_MS = 2000;

/** Runs when the browser has nothing better to do. Safari has no idle callback and gets a short pause instead. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: TIMEOUT_MS });
  else setTimeout(run, 200);
}
