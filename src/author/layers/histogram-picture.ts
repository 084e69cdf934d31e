import { hiddenStep } from '../../data/layers/hidden-step.ts';
import { countsOf, histogramOf } from '../../data/scales/histogram.ts';
import { formatQuantity } from '../../i18n/format-quantity.ts';
import type { DataLayer } from '../../story/data/data-layer.ts';
import type { Cell } from '../../story/table.ts';

const WIDTH = 500;
const BARS_PX = 72;
const HEIGHT = 96;
/** Room that a figure of six places takes. */
const LABEL_PX = 54;

const valuesOf = ({ slices }: DataLayer): readonly Cell[] =>
  slices.flatMap(({ features }) => features.map(({ value }) => value));

const written = (value: number): string => formatQuantity(value, '', 'en');
const round1 = (value: number): number => Math.round(value * 10) / 10;

/** Of figures in ascending order those that have room beside one another; both ends always. */
function withRoom(bounds: readonly number[], xOf: (value: number) => number): readonly number[] {
  const last = bounds.at(-1) ?? 0;
  const kept: number[] = [];
  for (const bound of bounds) {
    const before = kept.at(-1);
    const isClear =
      before === undefined || (xOf(bound) - xOf(before) >= LABEL_PX && xOf(last) - xOf(bound) >= LABEL_PX);
    if (isClear || bound === last) kept.push(bound);
  }
  return kept;
}

/** How a layer's values are spread, with the lines where its classes meet, as SVG text; empty where they are no figures. */
export function histogramPicture(layer: DataLayer): string {
  const { scale, id } = layer;
  const bars = scale === null || scale.form === 'categories' ? [] : histogramOf(scale, valuesOf(layer));
  const [first, last] = [bars[0], bars.at(-1)];
  if (!scale || !first || !last) return '';
  const low = Math.min(first.from, scale.bounds[0] ?? first.from);
  const high = Math.max(last.to, scale.bounds.at(-1) ?? last.to);
  const xOf = (value: number): number => (high > low ? round1(((value - low) / (high - low)) * WIDTH) : 0);
  const most = Math.max(...bars.map(({ count }) => count));
  const heightOf = (count: number): number => round1((count / most) * (BARS_PX - 2));
  const rects = bars
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, group }) => {
      const width = Math.max(1, round1(xOf(to) - xOf(from)));
      const fill = `var(--map-own-data-${id}-${group ?? scale.colors.length})`;
      return `<rect x="${xOf(from)}" y="${BARS_PX - heightOf(count)}" width="${width}" height="${heightOf(count)}" style="fill:${fill}"/>`;
    });
  const isGradient = scale.form === 'gradient';
  const inner = isGradient ? [] : scale.bounds.slice(1, -1);
  const lines = inner.map((bound) => `<path class="author-break" d="M${xOf(bound)} 0V${BARS_PX}"/>`);
  const labels = withRoom([low, ...inner, high], xOf).map((bound) => {
    const anchor = bound === low ? 'start' : bound === high ? 'end' : 'middle';
    return `<text x="${xOf(bound)}" y="${HEIGHT - 6}" text-anchor="${anchor}">${written(bound)}</text>`;
  });
  const base = `<path class="author-axis" d="M0 ${BARS_PX}H${WIDTH}"/>`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${rects.join('')}${base}${lines.join('')}${labels.join('')}</svg>`;
}

const list = (texts: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(texts);

/** The same in words: how many values each class holds, and what a class hides. */
export function histogramWords(layer: DataLayer): string {
  const { scale } = layer;
  const values = valuesOf(layer);
  if (scale === null) return 'This layer shows no values: it has one colour.';
  const counts = countsOf(scale, values);
  const without = values.filter((value) => value === null).length;
  const groups = scale.form === 'categories' ? 'categories' : 'classes';
  const held =
    scale.form === 'gradient'
      ? `${values.length - without} values on a gradient.`
      : `${counts.length} ${groups}, of ${list(counts.map(written))} values.`;
  const step = hiddenStep(layer)?.map(({ figure }) => written(figure));
  return [
    held,
    without > 0 ? `${written(without)} without data.` : '',
    step ? `One class holds ${step.join(' and ')}, far apart: give the far one a class of its own.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
