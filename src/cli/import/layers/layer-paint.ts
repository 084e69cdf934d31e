import type { LayerPaint } from '../dialects/imported-story.ts';
import { listOf, member, numberOf, stringOf } from '../input/values.ts';

const isColor = (value: unknown): value is string =>
  typeof value === 'string' && /^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d\s.,%/-]+\)|[a-z]{3,20})$/i.test(value.trim());

/** The first colour in a value, be it plain, a match, or steps by zoom or value. */
function firstColor(value: unknown): string {
  if (isColor(value) && !/^(match|case|step|get|interpolate|linear|literal|exponential|zoom|rgb|rgba)$/i.test(value))
    return value.trim();
  return (
    listOf(value)
      .map(firstColor)
      .find((color) => color !== '') ?? ''
  );
}

/** `["match", ["get", "kind"], "ferry", "#f00", "#ccc"]` */
function categoriesOf(value: unknown): LayerPaint['categories'] {
  const [what, input, ...pairs] = listOf(value);
  const [get, property] = listOf(input);
  if (what !== 'match' || get !== 'get' || typeof property !== 'string') return null;
  const rows = Array.from(
    { length: Math.floor(pairs.length / 2) },
    (_, at) => [pairs[at * 2], pairs[at * 2 + 1]] as const,
  );
  const colors = rows.flatMap(([labels, color]) =>
    isColor(color) ? [labels].flat().map((label) => [stringOf(label), color.trim()] as const) : [],
  );
  return colors.length === 0 ? null : { property, colors: Object.fromEntries(colors) };
}

function plainNumber(value: unknown, otherwise: number): number {
  const own = numberOf(value);
  if (own !== null) return own;
  const inner = listOf(value).flatMap((item) => (typeof item === 'number' ? [item] : []));
  return inner.at(-1) ?? otherwise;
}

/** The measures that a value goes through as the map comes nearer: all numbers but those that say at which zooms. */
function measuresOf(value: unknown): readonly number[] {
  const plain = numberOf(value);
  if (plain !== null) return [plain];
  const stops = member(value, 'stops');
  if (stops !== undefined) return listOf(stops).flatMap((stop) => measuresOf(listOf(stop)[1]));
  const [what, ...rest] = listOf(value);
  const inputs = { interpolate: rest.slice(2), step: [0, ...rest.slice(1)] }[stringOf(what)];
  return (inputs ?? []).flatMap((one, index) => (index % 2 === 1 ? measuresOf(one) : []));
}

/** In the middle of those it goes through; null where the style says nothing, or what cannot be read. */
function measureOf(value: unknown): number | null {
  const measures = measuresOf(value).toSorted((a, b) => a - b);
  return measures[Math.floor((measures.length - 1) / 2)] ?? null;
}

const PREFIXES: Readonly<Record<string, string>> = {
  fill: 'fill',
  'fill-extrusion': 'fill-extrusion',
  line: 'line',
  circle: 'circle',
  symbol: 'icon',
};

export const DEFAULT_COLOR = '#3b6ea5';

/** How a layer of a MapLibre or Mapbox style is painted; null where it has no shapes of its own. */
export function paintOfStyleLayer(layer: unknown): LayerPaint | null {
  const prefix = PREFIXES[stringOf(member(layer, 'type'))];
  if (prefix === undefined) return null;
  const paint = member(layer, 'paint');
  const color = member(paint, `${prefix}-color`);
  return {
    color: firstColor(color) || DEFAULT_COLOR,
    opacity: plainNumber(member(paint, `${prefix}-opacity`), 1),
    categories: categoriesOf(color),
    widthPx: measureOf(member(paint, 'line-width')),
    radiusPx: measureOf(member(paint, 'circle-radius')),
  };
}

/** How GeoLibre paints a layer. */
export function paintOfGeoLibre(style: unknown): LayerPaint {
  const classes = listOf(member(style, 'vectorStyleStops') ?? member(style, 'categories') ?? member(style, 'classes'));
  const property = stringOf(
    member(style, 'vectorStyleProperty') ?? member(style, 'property') ?? member(style, 'classificationField'),
  );
  const rows = classes.flatMap((one) => {
    const color = stringOf(member(one, 'color') ?? member(one, 'fillColor'));
    return isColor(color) ? [[stringOf(member(one, 'value') ?? member(one, 'label')), color] as const] : [];
  });
  return {
    color: firstColor(member(style, 'fillColor')) || firstColor(member(style, 'strokeColor')) || DEFAULT_COLOR,
    opacity: plainNumber(member(style, 'fillOpacity'), 1),
    categories: property === '' || rows.length === 0 ? null : { property, colors: Object.fromEntries(rows) },
    widthPx: measureOf(member(style, 'strokeWidth')),
    radiusPx: measureOf(member(style, 'circleRadius')),
  };
}
