/** Widths of soft edges for which the page holds a filter, in CSS px. */
export const FEATHERS_PX = [24, 44] as const;

/** The soft edge on offer that is nearest to the one asked for. */
export const featherFor = (px: number): number =>
  FEATHERS_PX.reduce<number>(
    (best, offer) => (Math.abs(offer - px) < Math.abs(best - px) ? offer : best),
    FEATHERS_PX[0],
  );
