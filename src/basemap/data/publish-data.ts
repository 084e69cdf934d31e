import type { Geometry } from 'geojson';
import { MANY_SHAPES, shapeCount } from '../../data/layers/crowd.ts';
import { categoryColors, NO_DATA } from '../../data/scales/ramps.ts';
import { groupOf } from '../../data/scales/scale.ts';
import { POINT_PX, sizePx } from '../../data/scales/symbol-size.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import type { DataFeature, DataLayer, GroundColor } from '../../story/data/data-layer.ts';
import { isShownBy } from '../../story/data/filtered.ts';
import type { LayerView } from '../../story/data/layer-view.ts';
import { piecesOf, polygonsOf } from '../../story/shapes/geometry-parts.ts';
import type { DataPart } from '../../story/sources/map-source.ts';
import type { DrawingGrid } from '../drawing/drawing-transform.ts';
import { gridAround, UNITS_PER_PX } from '../drawing/grid-around.ts';
import { gridPath, writtenLines } from '../drawing/grid-path.ts';
import { edgePath } from '../drawing/packed-shapes.ts';
import type { DotsOfSize, ShapeFile } from '../drawing/shape-file.ts';
import { dataSource } from './data-layers.ts';
import { edgeWidth } from './edge-width.ts';
import { extentOf } from './extent-of.ts';
import { linePath, pointsIn, ringsOf } from './geometry-lines.ts';
import { gridShapes } from './grid-shapes.ts';
import { type ThinnedView, thinFile } from './thin/thin-file.ts';
import { type Owned, type ValueFile, valueFile } from './value-file.ts';

/** A data layer as it is published: the file, and what a story's page must know to draw from it. */
export interface PublishedData {
  readonly file: ShapeFile;
  /** What its shapes say one by one. */
  readonly values: ValueFile;
  readonly views: Readonly<Record<string, readonly DataPart[]>>;
  readonly colors: readonly GroundColor[];
  readonly bounds: LngLatBounds;
  /** What of a crowd of shapes is drawn together from afar; none of fewer. */
  readonly thinned: readonly ThinnedView[];
}

type Point = readonly [number, number];
type Shapes = ReadonlyMap<Geometry, Geometry>;

/** A part with its shapes. */
interface FilledPart {
  readonly part: DataPart;
  readonly path?: string;
  readonly circles?: readonly DotsOfSize[];
  /** Whether it is the edges of so many parts before it. */
  readonly edgesOf?: number;
  /** Whose its lines or dots are, in their order; absent where they say nothing of their own, such as edges. */
  readonly owned?: readonly Owned[];
}

/** Of more shapes than these nobody looks for half a pixel: they lie on a grid of about one. */
const CROWD = 1000;
const LINE_PX = 1.8;
const OUTLINE_PX = 1.8;
/** Of an overlay without values, such as water that stands on the land. */
const PLAIN_OPACITY = 0.8;
/** Widths are told apart in steps of this. */
const WIDTH_STEP = 0.25;
/** A flow is thick where it comes from and thin where it goes to. */
const TAPER = [1, 0.8, 0.6, 0.42] as const;

interface Painting {
  readonly layer: DataLayer;
  readonly shapes: Shapes;
  /** Index of the colour for no data. */
  readonly none: number;
  /** Of the lines between areas. */
  readonly edge: NonNullable<DataPart['width']>;
}

const shapeOf = ({ geometry }: DataFeature, { shapes }: Painting): Geometry => shapes.get(geometry) ?? geometry;

const shapesOf = (features: readonly DataFeature[], painting: Painting): readonly Geometry[] =>
  features.map((feature) => shapeOf(feature, painting));

/** Features by the index of their colour, lowest first. Areas without a value are painted as such; others are left out. */
function byColor(
  features: readonly DataFeature[],
  { layer, none }: Painting,
): readonly (readonly [number, readonly DataFeature[]])[] {
  const { scale, kind } = layer;
  const groups = Map.groupBy(features, ({ value }) =>
    scale === null ? 0 : (groupOf(scale, value) ?? (kind === 'areas' ? none : -1)),
  );
  return [...groups].filter(([group]) => group >= 0).sort(([a], [b]) => a - b);
}

function fillPart(
  [color, features]: readonly [number, readonly DataFeature[]],
  opacity: number,
  painting: Painting,
): FilledPart {
  const rings = features.map((feature) => ringsOf(shapeOf(feature, painting)));
  return {
    part: { type: 'fill', color, opacity },
    path: gridPath(rings.flat(), true),
    owned: features.map((feature, index) => [feature, writtenLines(rings[index] ?? [], true)]),
  };
}

function areaParts(features: readonly DataFeature[], opacity: number, painting: Painting): readonly FilledPart[] {
  const plain = painting.layer.scale === null ? PLAIN_OPACITY : 1;
  const fills = byColor(features, painting).map((colored) => fillPart(colored, opacity * plain, painting));
  if (painting.layer.kind === 'density') return fills;
  return [
    ...fills,
    {
      part: { type: 'line', color: 'land', width: painting.edge, opacity },
      path: edgePath(fills.map(({ path = '' }) => path)),
      edgesOf: fills.length,
    },
  ];
}

interface SizedDots {
  readonly dots: DotsOfSize;
  readonly owned: readonly Owned[];
}

/** Dots of one size together, the largest first. */
function dotsOf(features: readonly DataFeature[], painting: Painting): readonly SizedDots[] {
  const { kind, size, plainPx } = painting.layer;
  const radius = (feature: DataFeature): number =>
    kind === 'symbols' && size !== null ? Number(sizePx(size, feature.size).toFixed(3)) : (plainPx ?? POINT_PX);
  const bySize = Map.groupBy(features, radius);
  return [...bySize]
    .filter(([px]) => px > 0)
    .sort(([a], [b]) => b - a)
    .map(([px, same]): SizedDots => {
      const points = shapesOf(same, painting).map(pointsIn);
      return {
        dots: [px, ...points.flat().flatMap(([x = 0, y = 0]) => [x, y])],
        owned: same.map((feature, index) => [feature, points[index]?.length ?? 0]),
      };
    });
}

/** Dots of several colours lie over one another by size, as far as three layers of them can tell. */
const BANDS = [1, 2 / 3, 1 / 3, 0] as const;

function dotParts(features: readonly DataFeature[], opacity: number, painting: Painting): readonly FilledPart[] {
  const colors = byColor(features, painting);
  const { maxPx: most = 0, shape } = painting.layer.size ?? {};
  const part = { type: 'circle', isOver: true, ...(shape && shape !== 'circle' && { shape }) } as const;
  const bands =
    colors.length > 1 && most > 0
      ? BANDS.slice(0, -1).map((upper, at) => [upper, BANDS[at + 1] ?? 0] as const)
      : [[Number.POSITIVE_INFINITY, -1] as const];
  return bands.flatMap(([upper, lower]) =>
    colors.flatMap(([color, own]): readonly FilledPart[] => {
      const isIn = ({ dots: [px] }: SizedDots): boolean =>
        most === 0 || bands.length === 1 || (px > lower * most && (px <= upper * most || upper === 1));
      const sized = dotsOf(own, painting).filter(isIn);
      if (sized.length === 0) return [];
      const circles = sized.map(({ dots }) => dots);
      const owned = sized.flatMap((one) => one.owned);
      return [{ part: { ...part, color, opacity }, circles, owned }];
    }),
  );
}

interface Stroke {
  readonly feature: DataFeature;
  readonly px: number;
  readonly line: readonly Point[];
}

const stepped = (px: number): number => Math.max(WIDTH_STEP, Math.round(px / WIDTH_STEP) * WIDTH_STEP);

function strokesOf(feature: DataFeature, painting: Painting): readonly Stroke[] {
  const { kind, size, plainPx } = painting.layer;
  const px = size === null ? (plainPx ?? LINE_PX) : sizePx(size, feature.size);
  const lines = piecesOf(shapeOf(feature, painting)) ?? [];
  if (px <= 0) return [];
  if (kind !== 'flows') return lines.map((line) => ({ feature, px: stepped(px), line }));
  return lines.flatMap((line) =>
    TAPER.map((share, at) => {
      const [from, to] = [at, at + 1].map((end) => Math.round((end * (line.length - 1)) / TAPER.length));
      return { feature, px: stepped(px * share), line: line.slice(from, (to ?? 0) + 1) };
    }),
  );
}

function lineParts(features: readonly DataFeature[], opacity: number, painting: Painting): readonly FilledPart[] {
  return byColor(features, painting).flatMap(([color, own]) => {
    const byWidth = Map.groupBy(
      own.flatMap((feature) => strokesOf(feature, painting)),
      ({ px }) => px,
    );
    return [...byWidth]
      .sort(([a], [b]) => b - a)
      .map(
        ([width, strokes]): FilledPart => ({
          part: { type: 'line', color, width, opacity, isOver: true },
          path: gridPath(
            strokes.map(({ line }) => line),
            false,
          ),
          owned: strokes.map(({ feature, line }) => [feature, writtenLines([line], false)]),
        }),
      );
  });
}

const PARTS: Readonly<Record<DataLayer['kind'], typeof areaParts>> = {
  areas: areaParts,
  density: areaParts,
  grid: areaParts,
  symbols: dotParts,
  points: dotParts,
  lines: lineParts,
  flows: lineParts,
};

/** Areas that stand out have a line round them. */
function outlines(features: readonly DataFeature[], painting: Painting): readonly FilledPart[] {
  const path = linePath(shapesOf(features, painting).filter((shape) => polygonsOf(shape).length > 0));
  return path === '' ? [] : [{ part: { type: 'line', color: 'ink', width: OUTLINE_PX, isOver: true }, path }];
}

function partsOf({ slice, highlight, dim, filter }: LayerView, painting: Painting): readonly FilledPart[] {
  const { layer } = painting;
  const all = layer.slices[slice]?.features ?? [];
  const features = all.filter(isShownBy(filter));
  const paint = PARTS[layer.kind];
  if (highlight.length === 0) return paint(features, 1, painting);
  const stands = (feature: DataFeature): boolean => highlight.includes(feature.id);
  const [first, others] = [features.filter(stands), features.filter((feature) => !stands(feature))];
  return [...paint(others, dim, painting), ...paint(first, 1, painting), ...outlines(first, painting)];
}

function colorsOf({ scale }: DataLayer): readonly GroundColor[] {
  return [...(scale?.colors ?? categoryColors(2).slice(1)), NO_DATA];
}

type PaintedViews = readonly (readonly [view: string, parts: readonly FilledPart[]])[];

const namedParts = (painted: PaintedViews): readonly (readonly [source: string, part: FilledPart])[] =>
  painted.flatMap(([key, parts]) => parts.map((filled, index) => [dataSource(key, index), filled] as const));

function fileOf(grid: DrawingGrid, painted: PaintedViews): ShapeFile {
  const named = namedParts(painted);
  return {
    grid,
    paths: Object.fromEntries(named.flatMap(([name, { path }]) => (path ? [[name, path]] : []))),
    edges: Object.fromEntries(
      painted.flatMap(([key, parts]) =>
        parts.flatMap(({ edgesOf = 0 }, index) => {
          const before = Array.from({ length: edgesOf }, (_, at) => dataSource(key, index - edgesOf + at));
          return edgesOf === 0 || !parts[index]?.path ? [] : [[dataSource(key, index), before] as const];
        }),
      ),
    ),
    circles: Object.fromEntries(named.flatMap(([name, { circles }]) => (circles ? [[name, circles]] : []))),
  };
}

/**
 * A data layer as it is published for the sections that show it: each view painted once.
 * @param zoom the nearest it is seen at
 * @param seeThrough keys of views that some section shows fainter than whole
 */
export function publishData(
  layer: DataLayer,
  views: readonly LayerView[],
  zoom: number,
  seeThrough: ReadonlySet<string> = new Set(),
): PublishedData {
  const geometries = [...new Set(layer.slices.flatMap(({ features }) => features.map(({ geometry }) => geometry)))];
  const bounds = extentOf(geometries);
  const isCrowd = geometries.length > CROWD;
  const unitsPerPx = isCrowd ? 1 : UNITS_PER_PX;
  const grid: DrawingGrid = gridAround(bounds, isCrowd ? zoom - 0.5 : zoom, unitsPerPx);
  const colors = colorsOf(layer);
  const shapes = gridShapes(geometries, grid, unitsPerPx);
  const edge = edgeWidth([...shapes.values()], grid, zoom);
  const painting: Painting = { layer, shapes, none: colors.length - 1, edge };
  const painted = views.map((view) => [view.key, partsOf(view, painting)] as const);
  const file = fileOf(grid, painted);
  const parts = Object.fromEntries(painted.map(([key, filled]) => [key, filled.map(({ part }) => part)]));
  const isMany = shapeCount(layer) > MANY_SHAPES;
  const thin = isMany ? thinFile({ ...file, isCrowd: true }, parts, zoom, seeThrough) : { file, views: [] };
  return {
    file: thin.file,
    thinned: thin.views,
    values: valueFile(
      layer,
      views,
      namedParts(painted).flatMap(([source, { owned }]) => (owned ? [{ source, owned }] : [])),
    ),
    views: parts,
    colors,
    bounds,
  };
}
