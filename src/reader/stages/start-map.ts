import type { mapStyle } from '../../basemap/style.ts';
import { afterVisibleFor } from '../loading/after-visible-for.ts';
import { whenIdle } from '../loading/idle.ts';
import { FallbackError } from '../player/fallback.ts';

type Style = ReturnType<typeof mapStyle>;

/** What MapLibre says of something that did not come, and where it belongs. */
export interface MapErrorEvent {
  readonly error: { readonly message: string };
  readonly sourceId?: string;
}

interface Subscription {
  unsubscribe(): void;
}

/** What waiting for a picture needs of MapLibre's map. */
export interface DrawingMap {
  loaded(): boolean;
  on(name: 'idle' | 'webglcontextlost', listener: () => void): Subscription;
  on(name: 'error', listener: (event: MapErrorEvent) => void): Subscription;
}

/** What starting needs of it. */
export interface StartingMap extends DrawingMap {
  getSource(id: string): unknown;
  addSource(id: string, source: Style['sources'][string]): unknown;
  addLayer(layer: Style['layers'][number]): unknown;
  remove(): void;
}

/** What starting needs of the page. */
export interface Waits {
  /** Resolves when the browser has nothing better to do, or a moment later. */
  idleMoment(): Promise<void>;
  /** Calls `run` once the page has been seen for so long; returns what calls it off. */
  afterVisibleFor(ms: number, run: () => void): () => void;
}

/** A dozen follow one another: on a device that is never idle none may be waited for long. */
const STEP_MS = 100;

export const idleMoment = (): Promise<void> => new Promise((resolve) => whenIdle(() => resolve(), STEP_MS));

/** A worker that does not load gives no sign of it: the map would be waited for in vain. */
const PICTURE_MS = 8000;

/** Says what the map lacks. */
export const lackOf = ({ error, sourceId }: MapErrorEvent): Error =>
  new Error(sourceId === undefined ? error.message : `${sourceId}: ${error.message}`, { cause: error });

/** Resolves when all of the map is drawn that can be. */
export const drawn = (map: DrawingMap): Promise<void> =>
  new Promise((resolve) => {
    if (map.loaded()) return resolve();
    const look = (): void => {
      if (!map.loaded()) return;
      idle.unsubscribe();
      failed.unsubscribe();
      resolve();
    };
    const idle = map.on('idle', look);
    // What the map waited for last may be what failed: then no frame comes to say that it is idle.
    const failed = map.on('error', look);
  });

async function pictureInTime(map: DrawingMap, waits: Waits): Promise<void> {
  let stopWaiting = (): void => {};
  const timeout = new Promise<never>((_, reject) => {
    stopWaiting = waits.afterVisibleFor(PICTURE_MS, () => reject(new Error(`No picture in ${PICTURE_MS / 1000} s`)));
  });
  try {
    await Promise.race([drawn(map), timeout]);
  } finally {
    stopWaiting();
  }
}

/**
 * Gives the map its layers source by source, each in an idle moment and drawn before the next comes: all at once, tiles,
 * buffers and programs of the graphics card keep the page for longer than a finger waits.
 */
async function build(map: StartingMap, { sources, layers }: Style, waits: Waits): Promise<void> {
  await pictureInTime(map, waits);
  for (const layer of layers) {
    const id = 'source' in layer && typeof layer.source === 'string' ? layer.source : null;
    const source = id === null ? undefined : sources[id];
    if (id !== null && source && !map.getSource(id)) {
      await pictureInTime(map, waits);
      await waits.idleMoment();
      map.addSource(id, source);
    }
    map.addLayer(layer);
  }
  await pictureInTime(map, waits);
}

/**
 * Builds the map and waits for its picture. A tile or an image that fails is left out.
 * @returns what the map lacks
 * @throws when there is no picture in time, a layer cannot be added, or WebGL is lost, which is a `FallbackError`; the map
 * is removed then, and its context with it
 */
export async function startMap(
  map: StartingMap,
  style: Style,
  waits: Waits = { idleMoment, afterVisibleFor },
): Promise<readonly Error[]> {
  const lacks: Error[] = [];
  const failed = map.on('error', (event) => lacks.push(lackOf(event)));
  let lost: Subscription | undefined;
  const loss = new Promise<never>((_, reject) => {
    lost = map.on('webglcontextlost', () => reject(new FallbackError('context-lost', 'WebGL was lost at the start')));
  });
  try {
    await Promise.race([build(map, style, waits), loss]);
    return lacks;
  } catch (error) {
    map.remove();
    throw error;
  } finally {
    failed.unsubscribe();
    lost?.unsubscribe();
  }
}
