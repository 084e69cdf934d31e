import type { LineDrawing } from '../../../story/story.ts';
import { ellipse, line, spokes } from './pen.ts';

const wheel = (cx: number): readonly string[] => [ellipse(cx, 124, 20), ellipse(cx, 124, 4), spokes(cx, 124, 7, 17, 8)];

/** A pram with its hood up. */
export const pram: LineDrawing = {
  width: 160,
  height: 145,
  strokes: [
    'M36,56 L146,56 C146,84 128,98 104,98 L74,98 C52,98 36,82 36,56Z',
    'M91,56 L91,8 C122,8 146,28 146,56',
    line([91, 56], [113, 14]),
    line([91, 56], [132, 29]),
    'M36,56 C28,50 22,42 18,34 C16,30 12,28 4,28',
    line([64, 97], [48, 108]),
    line([114, 97], [126, 108]),
    line([48, 108], [126, 108]),
    ...wheel(44),
    ...wheel(128),
  ],
};
