/** Widths of soft edges for which the page holds a filter, in CSS px. */
export const FEATHERS_PX = [24, 44] as const;

/** Id of the mask the page holds for what fades inwards. */
export const INWARD_FADE = 'fade-inward';

/** The soft edge on offer that is nearest to the one asked for. */
export const featherFor = (px: number): number =>
  FEATHERS_PX.reduce<number>(
    (best, offer) => (Math.abs(offer - px) < Math.abs(best - px) ? offer : best),
    FEATHERS_PX[0],
  );
