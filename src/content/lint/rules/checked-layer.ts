import type { LngLat } from '../../../geo/lng-lat.ts';
import type { MapIndex } from '../../../story/map-index.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import type { LayerContext } from '../../normalize/layer-input.ts';
import { layersFileSchema, type RawLayer } from '../../schema/layers.ts';

/** A layer as rules see it. */
export interface CheckedLayer {
  readonly id: string;
  readonly layer: RawLayer;
  readonly file: RawFile;
  readonly files: StoryFiles;
  readonly context: LayerContext;
}

function placesIn(files: StoryFiles): Readonly<Record<string, LngLat>> {
  const entries = Object.entries(membersOf(fileNamed(files.raw, 'places.yaml')?.data));
  return Object.fromEntries(
    entries.flatMap(([id, place]) => {
      const at = membersOf(place)['lngLat'];
      return Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number'
        ? [[id, [at[0], at[1]] as const]]
        : [];
    }),
  );
}

/** The data layers of a story; none where it has none, null where they cannot be read. */
export function checkedLayers(files: StoryFiles, mapIndex: MapIndex | null): readonly CheckedLayer[] | null {
  const file = fileNamed(files.raw, 'layers.yaml');
  const parsed = layersFileSchema.safeParse(file === undefined ? {} : file.data);
  if (!parsed.success) return null;
  const context = { raw: files.raw, regions: mapIndex?.regions ?? {}, places: placesIn(files) };
  return file === undefined
    ? []
    : Object.entries(parsed.data).map(([id, layer]) => ({ id, layer, file, files, context }));
}
