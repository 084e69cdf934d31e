import type { ValueShape } from '../../basemap/data/value-shapes.ts';
import { standingPath } from '../../data/scales/symbol-size.ts';
import type { ScreenPoint } from '../../geo/lng-lat.ts';
import type { Marked } from './value-card.ts';

const rounded = (value: number): number => Math.round(value * 10) / 10;

const circleAt = ([x, y]: ScreenPoint, radius: number): string =>
  `M${rounded(x - radius)} ${rounded(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;

/** The outline of what stands for a thing, on the screen: round areas and dots, over lines. */
export function markOf(
  shapes: readonly ValueShape[],
  toScreen: ((point: readonly [number, number]) => ScreenPoint) | null,
): Marked {
  if (!toScreen) return { d: '', widthPx: 0 };
  const pathOf = (line: readonly (readonly [number, number])[]): string =>
    line.map((point, index) => (index === 0 ? 'M' : 'L') + toScreen(point).map(rounded).join(' ')).join('');
  const outlineOf = ({ form, lines, halfPx }: ValueShape): readonly string[] => {
    if (form === 'half-circle' || form === 'spike') {
      return lines.flat().map((point) => standingPath(form, halfPx, toScreen(point)));
    }
    if (form === 'circle') return lines.flat().map((point) => circleAt(toScreen(point), rounded(halfPx + 1)));
    return lines.map((line) => pathOf(line) + (form === 'fill' ? 'z' : ''));
  };
  const widths = shapes.map(({ form, halfPx }) => (form === 'line' ? 2 * halfPx : 0));
  return { d: shapes.flatMap(outlineOf).join(''), widthPx: Math.max(0, ...widths) };
}
