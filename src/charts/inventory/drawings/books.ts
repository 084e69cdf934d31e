import type { LineDrawing } from '../../../story/story.ts';
import { line, roundedBox } from './pen.ts';

/** Three books lying on one another, spines to the front. */
export const books: LineDrawing = {
  width: 132,
  height: 66,
  strokes: [
    roundedBox(1, 44, 128, 21, 4),
    line([22, 44], [22, 65]),
    line([30, 44], [30, 65]),
    line([46, 54.5], [104, 54.5]),
    roundedBox(12, 22, 112, 22, 4),
    line([104, 22], [104, 44]),
    line([28, 33], [88, 33]),
    roundedBox(6, 2, 104, 20, 4),
    line([20, 2], [20, 22]),
    line([96, 2], [96, 22]),
    line([38, 12], [78, 12]),
  ],
};
