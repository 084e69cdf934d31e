import type { LineDrawing } from '../../../story/story.ts';
import { ellipse, line, roundedBox } from './pen.ts';

/** An old house key standing on its bow. */
export const houseKey: LineDrawing = {
  width: 132,
  height: 48,
  strokes: [
    ellipse(25, 24, 23.5),
    ellipse(25, 24, 13),
    roundedBox(48, 16, 8, 16, 2),
    'M56,20 L130,20 L130,28 L56,28',
    'M126,28 L126,43 L118,43 L118,36 L112,36 L112,43 L104,43 L104,28',
    line([62, 20], [62, 28]),
  ],
};
