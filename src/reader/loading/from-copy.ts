/**
 * Whether the page came from a copy on the device: its reader is told at once when that is no longer the story. A sandbox
 * that may not ask for workers may ask for this.
 */
export const isFromCopy = (): boolean =>
  performance.getEntriesByType('navigation').some((visit) => (visit as PerformanceNavigationTiming).workerStart > 0);
