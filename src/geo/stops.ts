/** A value at a zoom; between stops it runs linearly, outside them it stays. */
export type Stop = readonly [zoom: number, value: number];

/** @param stops at least one, by rising zoom */
export function valueAt(stops: readonly Stop[], zoom: number): number {
  const above = stops.findIndex(([stop]) => stop >= zoom);
  const upper = stops[above];
  const lower = stops[above - 1];
  if (!upper) return stops.at(-1)?.[1] ?? 0;
  if (!lower) return upper[1];
  return lower[1] + ((upper[1] - lower[1]) * (zoom - lower[0])) / (upper[0] - lower[0]);
}
