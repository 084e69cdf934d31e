import type { LineDrawing } from '../../../story/story.ts';
import { line, roundedBox } from './pen.ts';

/** An old suitcase with two straps. */
export const suitcase: LineDrawing = {
  width: 150,
  height: 118,
  strokes: [
    roundedBox(1, 24, 148, 93, 9),
    'M55,24 L55,12 C55,6 58,3 64,3 L86,3 C92,3 95,6 95,12 L95,24',
    line([1, 50], [149, 50]),
    line([30, 24], [30, 117]),
    line([42, 24], [42, 117]),
    line([108, 24], [108, 117]),
    line([120, 24], [120, 117]),
    roundedBox(27, 58, 18, 12, 2),
    roundedBox(105, 58, 18, 12, 2),
    roundedBox(68, 44, 14, 12, 2),
  ],
};
