import type { LineDrawing } from '../../../story/story.ts';
import { ellipse } from './pen.ts';

/** A thin mattress lying flat: soft ends, a top and a bottom that are not quite straight. */
function slab(x: number, y: number, width: number, sag: number): string {
  const right = x + width;
  const bottom = y + 26;
  return [
    `M${x + 11},${y} C${x + width * 0.3},${y - sag} ${x + width * 0.7},${y + sag} ${right - 11},${y}`,
    `C${right + 4},${y + 1} ${right + 4},${bottom - 1} ${right - 11},${bottom}`,
    `C${x + width * 0.7},${bottom + sag} ${x + width * 0.3},${bottom - sag} ${x + 11},${bottom}`,
    `C${x - 4},${bottom - 1} ${x - 4},${y + 1} ${x + 11},${y}Z`,
  ].join(' ');
}

/** The seam around its middle. */
function seam(x: number, y: number, width: number, sag: number): string {
  const middle = y + 13;
  const right = x + width - 7;
  return `M${x + 7},${middle} C${x + width * 0.3},${middle - sag} ${x + width * 0.7},${middle + sag} ${right},${middle}`;
}

const FOLDED = [
  'M32,62 C-1,62 2,7 40,7 C92,4 150,9 206,7 C223,7 223,33 206,33.5 C160,35 112,31 66,31.5',
  'C44,32 44,40 66,40 C112,39 160,40 209,37 C226,37.5 226,61 209,62 C150,64 92,60 32,62Z',
].join(' ');

/** Four flat, the fifth folded on top, two cords round the pile. */
export const mattresses: LineDrawing = {
  width: 240,
  height: 166,
  strokes: [
    slab(4, 140, 229, 1.5),
    seam(4, 140, 229, 1.5),
    slab(8, 114, 230, -1.5),
    seam(8, 114, 230, -1.5),
    slab(1, 88, 233, 1.5),
    seam(1, 88, 233, 1.5),
    slab(7, 62, 227, -1.2),
    seam(7, 62, 227, -1.2),
    FOLDED,
    'M66,4 C62,38 63,120 66,165',
    'M174,5 C177,40 178,120 175,165',
    'M177,68 C184,61 196,60 205,66',
    'M177,68 C186,70 193,76 197,85',
    ellipse(177, 68, 3.4),
  ],
};
