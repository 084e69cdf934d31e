import type { Camera } from '../geo/lng-lat.ts';
import { type ArrivedSource, readSource } from '../reader/sources/read-source.ts';
import { type MapSource, sourcesInView, sourcesNear } from '../story/sources/map-source.ts';
import type { Story } from '../story/story.ts';

/** What has come of that which the map shows beyond the basemap where a section looks. */
export type OwnFiles = (index: number, camera: Camera) => readonly ArrivedSource[];

/**
 * Fetches it where it has not come yet; the map itself tells of files that do not.
 * @param onArrived something came
 */
export function createOwnFiles({ mapSources = [] }: Story, onArrived: () => void, signal: AbortSignal): OwnFiles {
  const arrived = new Map<MapSource, ArrivedSource | null>();
  const fetchOne = async (source: MapSource): Promise<void> => {
    arrived.set(source, null);
    const one = await readSource(source, signal).catch(() => null);
    if (one === null || signal.aborted) return;
    arrived.set(source, one);
    onArrived();
  };
  return (index, camera) => {
    const wanted = [...new Set([...sourcesNear(mapSources, index), ...sourcesInView(mapSources, camera)])];
    for (const source of wanted) if (!arrived.has(source)) void fetchOne(source);
    return wanted.flatMap((source) => arrived.get(source) ?? []);
  };
}
