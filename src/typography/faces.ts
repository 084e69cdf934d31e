/** Weights that styles and map texts ask for. */
export const WEIGHTS = { min: 400, max: 700 } as const;

/** Optical sizes, in CSS px, between which Latin widths change in a straight line. */
export const OPTICAL_SIZES = { min: 6, middle: 18, max: 72 } as const;

/** Beside Arabic, Latin is the smaller text (names on the map, sources), and its face has this one optical size. */
export const SMALL_OPTICAL_SIZE = 14;
