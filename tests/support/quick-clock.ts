/**
 * Runs in the page before its own scripts: time passes so many times faster for its timers, its idle moments, and whatever it
 * reads a clock for. Frames come as often as ever.
 */
export function quickenClock(pace: number): void {
  const readClock = performance.now.bind(performance);
  const readStamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get;
  const start = readClock();
  const quickened = (time: number): number => start + (time - start) * pace;
  const { setTimeout, requestAnimationFrame, requestIdleCallback } = window;
  const quick = {
    setTimeout: (run: TimerHandler, delay = 0, ...more: unknown[]) => setTimeout(run, delay / pace, ...more),
    requestAnimationFrame: (run: FrameRequestCallback) => requestAnimationFrame((time) => run(quickened(time))),
    requestIdleCallback: (run: IdleRequestCallback, { timeout }: IdleRequestOptions = {}) =>
      requestIdleCallback(run, timeout === undefined ? {} : { timeout: timeout / pace }),
  };
  Object.assign(window, quick);
  performance.now = () => quickened(readClock());
  Object.defineProperty(Event.prototype, 'timeStamp', {
    get(this: Event) {
      return quickened(readStamp?.call(this));
    },
  });
}
