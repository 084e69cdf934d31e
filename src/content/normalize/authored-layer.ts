import { formatQuantity } from '../../i18n/format-quantity.ts';
import type { Polygons } from '../../story/shapes/geometry-parts.ts';
import type { RawStory } from '../files/raw.ts';
import { fileNamed } from '../files/story-files.ts';
import { placesSchema, storySchema } from '../schema/documents.ts';
import { layersFileSchema } from '../schema/layers.ts';
import { mapValues, normalizeSources, type Reading, wordsIn } from './normalize-documents.ts';
import { type LayerParts, layerParts } from './normalize-layers.ts';

/** A data layer as the page of its author gets it, who tries other scales on it. */
export interface AuthoredLayer extends LayerParts {
  /** Whether `kind` says nothing of its sizes, so that it may be changed for its colours. */
  readonly isKindFree: boolean;
}

/** A layer of `layers.yaml` in one language; null where there is none of the name, or files it needs cannot be read. */
export function authoredLayer(
  raw: RawStory,
  id: string,
  { locale, regions }: { readonly locale: string; readonly regions: Readonly<Record<string, Polygons>> },
): AuthoredLayer | null {
  const read = (path: string): unknown => fileNamed(raw, path)?.data;
  const story = storySchema.safeParse(read('story.yaml')).data;
  const places = placesSchema.safeParse(read('places.yaml')).data;
  const layers = layersFileSchema.safeParse(read('layers.yaml')).data ?? {};
  const layer = Object.hasOwn(layers, id) ? layers[id] : undefined;
  if (!story || !places || !layer) return null;
  const say: Reading['say'] = (text) => wordsIn(text, locale, story.defaultLocale);
  const reading: Reading = { locale, figure: formatQuantity, say };
  const sources = mapValues(normalizeSources(story.sources, reading), ({ label }) => label);
  const context = { raw, regions, places: mapValues(places, ({ lngLat }) => lngLat) };
  const parts = layerParts([id, layer], context, story.bounds, { ...reading, sources });
  return { ...parts, isKindFree: layer.scale.kind !== 'radius' };
}
