import { formatHex, parse } from 'culori';
import type { Block, ImportedLayer, ImportedStory } from '../dialects/imported-story.ts';
import { DEFAULT_COLOR } from '../layers/layer-paint.ts';
import { htmlToText } from '../text/html-to-mdx.ts';

/** A colour of CSS as six figures; null where it is none. */
export const hexOf = (color: string): string | null => formatHex(parse(color)) ?? null;

/** Colours of a layer by the values of its categories; of one without categories under its name. */
export function colorsOfLayer({ name, paint }: ImportedLayer): readonly (readonly [value: string, hex: string])[] {
  const own = Object.entries(paint.categories?.colors ?? { [name]: paint.color });
  return own.map(([value, color]) => [value, hexOf(color) ?? DEFAULT_COLOR] as const);
}

export interface LegendMatch {
  /** Keys of the text that say what legends on the map say. */
  readonly matched: ReadonlySet<Block>;
  /** What they call the colours of a layer, by its id and the value they stand for. */
  readonly labels: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Labels by value where each row of a key has the colour of one of a layer's values; null where one has not. */
function labelsFor(
  block: Extract<Block, { kind: 'key' }>,
  layer: ImportedLayer,
): Readonly<Record<string, string>> | null {
  const values = new Map(colorsOfLayer(layer).map(([value, hex]) => [hex, value]));
  const found = block.rows.map(({ label, color }) => [values.get(hexOf(color) ?? ''), htmlToText(label)] as const);
  return found.some(([value]) => value === undefined) ? null : Object.fromEntries(found);
}

/** Keys in the chapters of a story that are legends of a layer their chapter shows. */
export function matchLegends({ chapters, layers }: ImportedStory): LegendMatch {
  const found = chapters.flatMap((chapter) => {
    const shown = layers.filter(({ id }) => (chapter.layers[id] ?? 0) > 0);
    return chapter.blocks.flatMap((block) => {
      if (block.kind !== 'key') return [];
      const fitting = shown.map((layer) => ({ id: layer.id, labels: labelsFor(block, layer) }));
      const own = fitting.find(({ labels }) => labels !== null);
      return own === undefined ? [] : [{ block, id: own.id, labels: own.labels ?? {} }];
    });
  });
  return {
    matched: new Set(found.map(({ block }) => block)),
    labels: new Map(found.map(({ id, labels }) => [id, labels])),
  };
}
