import type { LngLatBounds } from '../../geo/lng-lat.ts';

/** A published file that a story's map shows beyond its basemap, fetched as the reader comes near to where it is seen. */
export interface MapSource {
  /** Unique in the story. */
  readonly id: string;
  /** What is in the file: each type has a reader in `reader/sources/read-source.ts`. */
  readonly type: 'detail';
  /** Address of the file. */
  readonly src: string;
  /** Indexes of the sections that show it. */
  readonly sections: readonly number[];
  /** Where it lies, in degrees. */
  readonly bounds: LngLatBounds;
}

/** So many sections ahead, and one behind, sources are fetched. */
const AHEAD = 2;

/** The sources of a story that a reader of a section is near to, those of the section itself first. */
export function sourcesNear(sources: readonly MapSource[], index: number): readonly MapSource[] {
  const distanceOf = ({ sections }: MapSource): number =>
    Math.min(...sections.map((at) => (at < index ? (index - at) * AHEAD : at - index)));
  return sources
    .map((source) => [source, distanceOf(source)] as const)
    .filter(([, distance]) => distance <= AHEAD)
    .sort(([, a], [, b]) => a - b)
    .map(([source]) => source);
}
