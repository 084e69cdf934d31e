import type { Box } from '../geo/lng-lat.ts';
import type { TextMark } from '../marks/mark.ts';
import { isRightToLeft, textWidth } from '../typography/text-metrics.ts';
import { type TextSetting, textStyle } from '../typography/text-style.ts';

/** Shares of the type size above and below the baseline that letters reach. */
const [ASCENT, DESCENT] = [0.74, 0.22];

/** What the letters of a text mark cover on the screen. */
export function textBox({ text, role, anchor, x, y }: TextMark, setting: TextSetting): Box {
  const style = textStyle(role, text, setting);
  const width = textWidth(text, style);
  const toLeft = isRightToLeft(text) ? anchor === 'start' : anchor === 'end';
  const left = anchor === 'middle' ? x - width / 2 : toLeft ? x - width : x;
  return { left, right: left + width, top: y - style.size * ASCENT, bottom: y + style.size * DESCENT };
}
