import type { FeatureCollection, Geometry } from 'geojson';
import { isWholeWorld } from '../../geo/antimeridian.ts';
import { boundsOf } from '../../geo/bounds.ts';
import { simplifyLine } from '../../geo/lines/simplify-line.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { FEATHERS_PX, INWARD_FADE } from '../../marks/feather.ts';
import type { Polygons } from '../../story/shapes/geometry-parts.ts';
import { isOwn } from '../../story/shapes/own-name.ts';
import type { Basemap } from '../basemap.ts';
import { basemapFeatures, linesOf } from '../features.ts';
import {
  type FillLayer,
  handleLayer,
  type LayerHandlers,
  type LineLayer,
  type MapLayer,
  sourcesOf,
} from '../layers/layer.ts';
import { LINES, mapLayers } from '../layers/map-layers.ts';
import { type DrawingGrid, turnsOf } from './drawing-transform.ts';
import { gridPath } from './grid-path.ts';
import { gridFor, gridTopology, onGrid } from './grid-topology.ts';
import { fillStyle, opacityStyle, strokeStyle } from './layer-style.ts';
import { drawingId, LAND_ID, LINES_ID, MAP_ID, ONCE_ID } from './layer-variables.ts';

type Point = readonly [number, number];

/** A basemap drawn once for all static maps of a page. */
export interface BasemapDrawing {
  readonly grid: DrawingGrid;
  /** One `<svg>` without size that holds the drawing; place it before the first map that uses it. */
  readonly defs: string;
}

export interface DrawingOptions {
  /** Ids of the regions the story tints. */
  readonly regions: readonly string[];
  /** The story's own areas among them. */
  readonly areas?: Readonly<Record<string, Polygons>>;
  /** Whether the story has layers of its own, which lie between those of the basemap. */
  readonly hasOwnLayers?: boolean;
  /** Where the story looks closely. */
  readonly detail: LngLatBounds;
  /** Grid units a line may move. One unit is a pixel as near as a map of this extent is shown. */
  readonly tolerance?: number;
}

const ROAD_TOLERANCE = 0.25;
/** Rings smaller than this (grid units, across) are specks at every zoom a story uses. */
const SPECK = 6;

const isSpeck = (ring: readonly Point[]): boolean => {
  const [left, top, right, bottom] = boundsOf(ring);
  return right - left < SPECK && bottom - top < SPECK;
};

function ringsOf(geometry: Geometry): readonly (readonly Point[])[] {
  if (geometry.type === 'Polygon') return geometry.coordinates as unknown as Point[][];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat() as unknown as Point[][];
  return [];
}

type Features = FeatureCollection<Geometry, object>;

/** A story may look so closely at its own areas that a unit of the grid is many pixels. */
const AREA_DECIMALS = 2;

function pathData(name: string, { features }: Features): string {
  if (isOwn(name.replace(/^region-/, ''))) {
    return gridPath(
      features.flatMap(({ geometry }) => ringsOf(geometry)),
      true,
      AREA_DECIMALS,
    );
  }
  const rings = features.flatMap(({ geometry }) => ringsOf(geometry)).filter((ring) => !isSpeck(ring));
  if (rings.length > 0) return gridPath(rings, true);
  const lines = features.flatMap(({ geometry }) => linesOf(geometry)) as unknown as readonly (readonly Point[])[];
  if (!name.startsWith('roads')) return gridPath(lines, false);
  return gridPath(
    lines.map((line) => simplifyLine(line, ROAD_TOLERANCE)),
    false,
    1,
  );
}

const useOf = (layer: FillLayer | LineLayer, paint: string): string =>
  `<use href="#${drawingId(layer.source)}" style="${paint};${opacityStyle(layer)}"/>`;

/** A layer as SVG, by layer type. The ground is no shape of the drawing: each picture has a rectangle for it. */
/** Dots come with a story's own layers alone. */
const DRAWN: LayerHandlers<[], string> = {
  ground: () => '',
  circle: () => '',
  fill: (layer) => useOf(layer, fillStyle(layer)),
  line: (layer) => useOf(layer, strokeStyle(layer)),
};

/** A Gaussian edge runs from 5 % to 95 % over 3.3 standard deviations. */
const feather = (px: number): string =>
  `<filter id="feather-${px}" x="-40%" y="-40%" width="180%" height="180%">` +
  `<feGaussianBlur stdDeviation="${(px / 3.3).toFixed(1)}"/></filter>`;

/** How strong what fades inwards is, by its distance from the middle in shares of the radius. */
const INWARD: readonly (readonly [distance: number, strength: number])[] = [
  [0.8, 0],
  [0.87, 0.16],
  [0.94, 0.5],
  [1, 1],
];

/** A mask and not a paint: so it is of no colour, and serves in every mood. It fits itself to the shape that uses it. */
function inwardFade(): string {
  const stops = INWARD.map(([distance, strength]) => {
    return `<stop offset="${distance}" stop-color="#fff" stop-opacity="${strength}"/>`;
  });
  return [
    `<radialGradient id="${INWARD_FADE}-strength" gradientUnits="userSpaceOnUse" cx=".5" cy=".5" r=".5">`,
    ...stops,
    `</radialGradient><mask id="${INWARD_FADE}" maskContentUnits="objectBoundingBox">`,
    `<rect width="1" height="1" fill="url(#${INWARD_FADE}-strength)"/></mask>`,
  ].join('');
}

/** A map of the whole world goes round: it is laid once more on either side of itself. */
function groundOf(id: string, layers: readonly MapLayer[], { size }: DrawingGrid, isRound: boolean): string {
  const drawn = layers.map((layer) => handleLayer(DRAWN, layer)).join('');
  const lines = 'stroke-linecap="round" stroke-linejoin="bevel"';
  if (!isRound) return `<g id="${id}" ${lines}>${drawn}</g>`;
  const onceId = `${ONCE_ID}${id.slice(MAP_ID.length)}`;
  const copies = turnsOf(isRound).map((turn) => `<use href="#${onceId}" x="${turn * size}"/>`);
  return `<g id="${onceId}" ${lines}>${drawn}</g><g id="${id}">${copies.join('')}</g>`;
}

/** The same in two parts, between which a story's own layers lie. */
function groundInParts(layers: readonly MapLayer[], grid: DrawingGrid, isRound: boolean): string {
  const land = layers.filter((layer) => !LINES.includes(layer));
  const lines = layers.filter((layer) => LINES.includes(layer));
  const parts = [groundOf(LAND_ID, land, grid, isRound), groundOf(LINES_ID, lines, grid, isRound)];
  return `${parts.join('')}<g id="${MAP_ID}"><use href="#${LAND_ID}"/><use href="#${LINES_ID}"/></g>`;
}

/**
 * Draws a basemap in Mercator units on an integer grid, as small as it can be said. Every colour, width and opacity that
 * can change is a custom property, so theme, mood and emphasis need no redrawing.
 */
export function drawBasemap(basemap: Basemap, homeCountry: string, options: DrawingOptions): BasemapDrawing {
  const grid = gridFor(basemap);
  const layers = mapLayers(options.regions);
  const sources = basemapFeatures(
    gridTopology(basemap, grid, options.tolerance ?? 2, options.detail),
    homeCountry,
    options.regions,
    Object.fromEntries(Object.entries(options.areas ?? {}).map(([name, area]) => [name, onGrid(area, grid)])),
  );
  const stroked = new Set(sourcesOf(layers.filter((layer) => 'width' in layer)));
  const paths = sourcesOf(layers).map((name) => {
    const source = sources[name];
    // Browsers lay out anew with each scale whatever says this, be it stroked or not.
    const effect = stroked.has(name) ? ' vector-effect="non-scaling-stroke"' : '';
    return `<path id="${drawingId(name)}"${effect} d="${source ? pathData(name, source) : ''}"/>`;
  });
  const isRound = isWholeWorld(basemap.meta.bounds);
  const defs = [
    '<svg class="map-drawing" width="0" height="0" aria-hidden="true"><defs>',
    ...paths,
    options.hasOwnLayers ? groundInParts(layers, grid, isRound) : groundOf(MAP_ID, layers, grid, isRound),
    '<clipPath id="clip-home"><use href="#bm-land-home"/></clipPath>',
    ...FEATHERS_PX.map(feather),
    inwardFade(),
    '</defs></svg>',
  ];
  return { grid, defs: defs.join('') };
}
