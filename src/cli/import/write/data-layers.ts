import type { Feature } from 'geojson';
import type { ImportedLayer, ImportedStory } from '../dialects/imported-story.ts';
import { colorsOfLayer, hexOf, type LegendMatch } from './legend-match.ts';
import { slugOf, uniqueSlug } from './slugs.ts';

/** Shapes of one form as a data layer of the story. */
export interface DataLayerFile {
  /** Its name in `layers.yaml`, and of its file in `data/`. */
  readonly name: string;
  readonly layer: ImportedLayer;
  readonly features: readonly object[];
  /** Its entry in `layers.yaml`. */
  readonly entry: object;
  /** Whether its colours say anything: those of one colour had no legend, unless a key of the story names it. */
  readonly hasLegend: boolean;
}

const FORMS = ['areas', 'lines', 'points'] as const;
type Form = (typeof FORMS)[number];

const PATTERNS: Readonly<Record<Form, RegExp>> = { areas: /Polygon$/, lines: /LineString$/, points: /Point$/ };

/** More kinds than these no reader tells apart by colour. */
const MAX_KINDS = 12;
/** The column that holds a layer's name, where its features are all of one colour. */
const ONE_KIND = 'kind-of-layer';
const OTHERS = '#9a958c';

/** A name as words: those of layers are often made for programs. */
const wordsOf = (name: string): string =>
  name
    .replace(/[-_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** How a layer's features are coloured: by a property of theirs, or all alike. */
function coloring(layer: ImportedLayer, { labels }: LegendMatch) {
  const { categories } = layer.paint;
  const colors = colorsOfLayer(layer);
  const isByValue = categories !== null && colors.length <= MAX_KINDS;
  const shown = isByValue ? colors : [[layer.name, hexOf(layer.paint.color) ?? OTHERS] as const];
  const said = labels.get(layer.id) ?? {};
  return {
    column: isByValue ? categories.property : ONE_KIND,
    isByValue,
    categories: Object.fromEntries(
      shown.map(([value]) => [value, said[value] ?? (isByValue ? value : wordsOf(value))]),
    ),
    // The last colour is that of values nobody has named.
    colors: [...shown.map(([, hex]) => hex.toUpperCase()), OTHERS.toUpperCase()].slice(0, MAX_KINDS),
  };
}

/** As far as a data layer takes them. */
const WIDTHS = [0.5, 24] as const;

/** One measure for all lines or dots, where the input says one. */
function measureOf({ paint: { widthPx, radiusPx } }: ImportedLayer, form: Form): object {
  const px = { areas: null, lines: widthPx, points: radiusPx }[form];
  if (px === null) return {};
  const [least, most] = WIDTHS;
  return { [form === 'lines' ? 'width' : 'size']: Math.min(Math.max(px, least), most) };
}

function layerFile(layer: ImportedLayer, form: Form, name: string, match: LegendMatch): DataLayerFile | null {
  const features = layer.features.filter(({ geometry }) => PATTERNS[form].test(geometry.type));
  if (features.length === 0) return null;
  const { column, isByValue, categories, colors } = coloring(layer, match);
  const own = ({ properties }: Feature): object =>
    isByValue ? { ...properties } : { ...properties, [ONE_KIND]: layer.name };
  return {
    name,
    layer,
    hasLegend: isByValue || match.labels.has(layer.id),
    features: features.map((feature, at) => ({ ...feature, properties: own(feature), id: String(at + 1) })),
    entry: {
      [form]: `data/${name}.geojson`,
      [form === 'areas' ? 'value' : 'color']: column,
      ...measureOf(layer, form),
      scale: { kind: 'categories', colors },
      categories,
      label: wordsOf(layer.name) || name,
    },
  };
}

/** The layers of a story as data layers, one for each form that its shapes have. */
export function dataLayersOf(
  { layers }: ImportedStory,
  match: LegendMatch,
  taken: Set<string>,
): readonly DataLayerFile[] {
  return layers.flatMap((layer) =>
    FORMS.flatMap((form) => {
      const wanted = slugOf(layer.name) || 'layer';
      const isThere = layer.features.some(({ geometry }) => PATTERNS[form].test(geometry.type));
      const file = isThere ? layerFile(layer, form, uniqueSlug(wanted, taken), match) : null;
      return file === null ? [] : [file];
    }),
  );
}
