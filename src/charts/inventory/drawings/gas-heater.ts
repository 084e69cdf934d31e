import type { LineDrawing } from '../../../story/story.ts';
import { ellipse, line, roundedBox, rungs } from './pen.ts';

const CABINET = [
  'M2,188 L2,25 C2,15 9,10 19,10 L93,10 C103,10 110,15 110,25 L110,188Z',
  line([24, 10], [24, 2], [88, 2], [88, 10]),
  roundedBox(15, 28, 82, 98, 7),
  roundedBox(22, 35, 18, 84, 2),
  roundedBox(47, 35, 18, 84, 2),
  roundedBox(72, 35, 18, 84, 2),
  rungs(26.5, 35.5, 44, 9.5, 8),
  rungs(51.5, 60.5, 44, 9.5, 8),
  rungs(76.5, 85.5, 44, 9.5, 8),
  line([15, 141], [97, 141]),
  rungs(24, 88, 154, 10, 3),
  ellipse(18, 195, 7),
  ellipse(94, 195, 7),
];

const BOTTLE = [
  'M160,102 L160,97 L180,97 L180,102 C191,106 198,116 198,130 L198,195 C198,199 195,202 191,202 L149,202 C145,202 142,199 142,195 L142,130 C142,116 149,106 160,102Z',
  'M155,96 L155,80 C155,78 156,77 158,77 L182,77 C184,77 185,78 185,80 L185,96',
  line([142, 137], [198, 137]),
  line([142, 184], [198, 184]),
  'M110,146 C134,143 118,66 151,62 C166,61 170,74 170,90',
];

/** A cabinet heater with three glowing panels, its bottle beside it on a hose. */
export const gasHeater: LineDrawing = { width: 200, height: 202, strokes: [...CABINET, ...BOTTLE] };
