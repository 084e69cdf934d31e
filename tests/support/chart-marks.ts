import { chartType } from '../../src/charts/chart-text.ts';
import type { Box } from '../../src/geo/lng-lat.ts';
import type { ScreenContext } from '../../src/labels/rest-context.ts';
import type { Mark, TextMark } from '../../src/marks/mark.ts';
import { isRightToLeft, textWidth } from '../../src/typography/text-metrics.ts';

/** The box a text takes, by the same measures the charts use: from the top of its capitals to the foot of its tails. */
export function textBox(mark: TextMark, context: ScreenContext): Box {
  const type = chartType(mark.role, context);
  const width = textWidth(mark.text, type);
  const fromLeft = mark.anchor === 'middle' ? null : (mark.anchor === 'start') !== isRightToLeft(mark.text);
  const left = fromLeft === null ? mark.x - width / 2 : fromLeft ? mark.x : mark.x - width;
  return { left, right: left + width, top: mark.y - type.size * 0.66, bottom: mark.y + type.size * 0.2 };
}

export const textsOf = (marks: readonly Mark[]): readonly TextMark[] => marks.filter((mark) => mark.type === 'text');

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

/** Every coordinate pair of a path of `M`, `L` and absolute `H`/`C` commands. */
export function pathPoints(d: string): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    if (letter === 'h') x += numbers[0] ?? 0;
    if (letter === 'H') x = numbers[0] ?? 0;
    if (letter === 'h' || letter === 'H') points.push([x, y]);
    else
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        [x, y] = [numbers[i] ?? 0, numbers[i + 1] ?? 0];
        points.push([x, y]);
      }
  }
  return points;
}
