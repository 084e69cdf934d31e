import type { Camera, LngLatBounds } from '../../geo/lng-lat.ts';
import { toWorld, worldSize } from '../../geo/mercator.ts';
import type { GroundColor, SymbolShape } from '../data/data-layer.ts';

interface SourceBase {
  /** Unique in the story. */
  readonly id: string;
  /** What is in the file: each type has a reader in `reader/sources/read-source.ts`. */
  readonly type: string;
  /** Address of the file. */
  readonly src: string;
  /** Indexes of the sections that show it. */
  readonly sections: readonly number[];
  /** Where it lies, in degrees. */
  readonly bounds: LngLatBounds;
}

/** Streets, houses and woods of a close section. */
export interface DetailSource extends SourceBase {
  readonly type: 'detail';
}

/** Part of a view that is painted alike; its shapes are the file's source `<view>/<index>`. */
export interface DataPart {
  readonly type: 'fill' | 'line' | 'circle';
  /** What is drawn in place of circles. */
  readonly shape?: Exclude<SymbolShape, 'circle'>;
  /** Index of its colour in the source's, or a colour of the map. */
  readonly color: number | 'land' | 'ink';
  /** Lines: CSS px, or at which zoom how many. */
  readonly width?: number | readonly (readonly [zoom: number, px: number])[];
  /** Absent = 1. */
  readonly opacity?: number;
  /** Absent: under all lines of the map. */
  readonly isOver?: true;
}

/** A data layer, as far as sections show it. */
export interface DataSource extends SourceBase {
  readonly type: 'data';
  /** Address of the file that says what its shapes stand for. */
  readonly values: string;
  readonly colors: readonly GroundColor[];
  /** What is painted together, by `LayerView.key`, each in drawing order. */
  readonly views: Readonly<Record<string, readonly DataPart[]>>;
}

/** A published file that a story's map shows beyond its basemap, fetched as the reader comes near to where it is seen. */
export type MapSource = DetailSource | DataSource;

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

/** A screen shows no more than this beyond its middle. */
const REACH_PX = 1200;
/** Farther out the basemap alone tells where things are. Zoom for 512 px tiles. */
export const DETAIL_ZOOM = 12;

/** Detail that a camera in the reader's hand sees, whichever section it was cut for: what lies nearest to the middle first. */
export function sourcesInView(sources: readonly MapSource[], { center, zoom }: Camera): readonly MapSource[] {
  if (zoom < DETAIL_ZOOM) return [];
  const reach = REACH_PX / worldSize(zoom);
  const [x, y] = toWorld(center);
  const distanceTo = ({ bounds: [west, south, east, north] }: MapSource): number => {
    const [[left, top], [right, bottom]] = [toWorld([west, north]), toWorld([east, south])];
    return Math.max(left - x, x - right, top - y, y - bottom, 0);
  };
  return sources
    .filter((source) => source.type === 'detail' && distanceTo(source) < reach)
    .sort((a, b) => distanceTo(a) - distanceTo(b));
}
