import type { DetailFile } from '../../basemap/detail/detail-file.ts';
import { type PackedShapes, unpackShapes } from '../../basemap/drawing/packed-shapes.ts';
import type { ShapeFile } from '../../basemap/drawing/shape-file.ts';
import type { MapSource } from '../../story/sources/map-source.ts';
import { inTasks } from '../loading/idle.ts';
import { loadJson } from '../loading/load-json.ts';

/** A file that came, and what is in it. */
export type ArrivedSource =
  | { readonly source: MapSource; readonly type: 'detail'; readonly file: DetailFile }
  | { readonly source: MapSource; readonly type: 'data'; readonly file: ShapeFile };

type Reader = (source: MapSource, signal: AbortSignal) => Promise<ArrivedSource>;

/** Fetches a source and reads it, by type. */
const READERS: Readonly<Record<MapSource['type'], Reader>> = {
  detail: async (source, signal) => ({
    source,
    type: 'detail',
    file: await loadJson<DetailFile>(source.src, signal),
  }),
  data: async (source, signal) => ({
    source,
    type: 'data',
    file: await unpackShapes(await loadJson<PackedShapes>(source.src, signal), (names, unpack) =>
      inTasks(names, unpack, signal),
    ),
  }),
};

const arrived = new WeakMap<MapSource, ArrivedSource>();

/** A source that came already; undefined for one that did not. */
export const arrivedSource = (source: MapSource): ArrivedSource | undefined => arrived.get(source);

/** @throws where the file does not come or cannot be read */
export const readSource: Reader = async (source, signal) => {
  const read = await READERS[source.type](source, signal);
  arrived.set(source, read);
  return read;
};
