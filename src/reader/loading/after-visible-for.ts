/**
 * Runs once the page has been on screen for so long without a break: a hidden page draws nothing, and waiting for it
 * would prove nothing. Returns a function that calls it off.
 */
export function afterVisibleFor(ms: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', restart);
  };
  const fire = (): void => {
    cancel();
    run();
  };
  const restart = (): void => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(fire, ms);
  };
  document.addEventListener('visibilitychange', restart);
  restart();
  return cancel;
}
