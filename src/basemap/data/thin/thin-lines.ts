import type { Line } from '../../drawing/shape-file.ts';
import { cellOf, isWithin } from './cells.ts';

/**
 * Lines of one colour and width, of which those shorter than a pixel leave one in each pixel. All others stay.
 * @param px units of the lines in a pixel
 */
export function thinLines(lines: readonly Line[], px: number): readonly Line[] {
  const crowds = Map.groupBy(
    lines.filter((line) => isWithin(line, px)),
    (line) => cellOf(line, px),
  );
  const gone = new Set([...crowds.values()].flatMap(([, ...others]) => others));
  return lines.filter((line) => !gone.has(line));
}
