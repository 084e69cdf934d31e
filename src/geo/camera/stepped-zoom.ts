/**
 * Lines grow by so many steps a zoom. All take a step together: each one has the browser style the whole drawing anew, and
 * none is as much as a tenth of a pixel.
 */
const WIDTH_STEPS = 8;

/** The zoom that widths of lines are taken from. */
export const steppedZoom = (zoom: number): number => Math.round(zoom * WIDTH_STEPS) / WIDTH_STEPS;
