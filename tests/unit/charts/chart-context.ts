import { chartType } from '../../../src/charts/chart-text.ts';
import { DRAWINGS } from '../../../src/charts/inventory/drawings/drawings.ts';
import type { Box } from '../../../src/geo/lng-lat.ts';
import { createProjection } from '../../../src/geo/mercator.ts';
import type { Mark, MarkContext, TextMark } from '../../../src/marks/mark.ts';
import { isArabicScript, textWidth } from '../../../src/typography/text-metrics.ts';

const FACT = {
  id: 'fled',
  value: 235000,
  unit: 'people',
  figure: '235,000',
  qualifier: 'more than',
  text: '',
  period: '',
  sources: [],
  authority: '',
  note: '',
  untranslated: [],
};

/** A context whose free box has this size, 20 px inside the screen. */
export function contextOf(width: number, height: number, over: Partial<MarkContext> = {}): MarkContext {
  const camera = { center: [36.6, 35.9] as const, zoom: 8.6, pitch: 0, bearing: 0 };
  const projection = createProjection(camera, width + 40, height + 40);
  return {
    projection,
    restProjection: projection,
    freeBox: { left: 20, top: 20, right: 20 + width, bottom: 20 + height },
    sizeClass: width < 520 ? 'phone' : 'desktop',
    locale: 'en',
    dir: 'ltr',
    places: {},
    facts: { fled: FACT },
    atlas: { route: () => null, area: () => null },
    taken: [],
    drawings: DRAWINGS,
    mapTexts: {},
    ...over,
  };
}

/** The box a text takes, by the same measures the charts use: from the top of its capitals to the foot of its tails. */
export function textBox(mark: TextMark, context: MarkContext): Box {
  const type = chartType(mark.role, context);
  const width = textWidth(mark.text, type);
  const fromLeft = mark.anchor === 'middle' ? null : (mark.anchor === 'start') !== isArabicScript(mark.text);
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
