/**
 * A chart's own time while a data layer goes through its slices, each for as long as the others: when a slice comes up the
 * chart has come to its moment, while it stands the chart goes on to the next.
 * @param moments one for each slice; absent where the chart's time is its own
 * @param t how far the layer has come, 0–1
 */
export function inStep(moments: readonly number[] | undefined, t: number): number {
  if (moments === undefined) return t;
  const along = t * moments.length;
  const slice = Math.floor(along);
  const from = moments[slice] ?? 1;
  return from + ((moments[slice + 1] ?? 1) - from) * (along - slice);
}
