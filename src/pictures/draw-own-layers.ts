import { clipPolygon, clipPolyline } from 'lineclip';
import { thinRings } from '../basemap/data/thin/thin-rings.ts';
import { canvasTransform, type DrawingGrid, turnsOf } from '../basemap/drawing/drawing-transform.ts';
import { gridPath } from '../basemap/drawing/grid-path.ts';
import { dotsIn, farSource, pathLines, type ShapeFile } from '../basemap/drawing/shape-file.ts';
import {
  type CircleLayer,
  type FillLayer,
  handleLayer,
  type LayerHandlers,
  type LineLayer,
  type OwnLayer,
  widthAt,
} from '../basemap/layers/layer.ts';
import { EDGE_PX, opacityOf } from '../basemap/paint.ts';
import { standingPath } from '../data/scales/symbol-size.ts';
import { type Matrix, transformed } from '../geo/camera/similarity.ts';
import { simplifyLine } from '../geo/lines/simplify-line.ts';
import type { Camera } from '../geo/lng-lat.ts';
import type { Layers } from '../story/story.ts';

/** What a story's own layers are drawn from. */
export interface OwnDrawing {
  readonly layers: readonly OwnLayer[];
  readonly files: readonly ShapeFile[];
  /** Whether the map goes round the world. */
  readonly isRound: boolean;
}

/** A story's own layers as SVG text, by where they lie. */
export type DrawnSlots = Readonly<Record<OwnLayer['slot'], string>>;

interface Picture {
  readonly camera: Camera;
  readonly layers: Layers;
  readonly width: number;
  readonly height: number;
  /** The turns round the world that it shows a map on. */
  readonly turns: readonly number[];
}

type Point = readonly [number, number];
type Line = readonly Point[];

/** Beyond the edge, so that no cut edge is seen. */
const MARGIN_PX = 12;
/** Less is not seen in a picture. */
const TOLERANCE_PX = 0.5;
const SPECK_PX = 2.5;
const DECIMALS = 1;

const lines = new WeakMap<ShapeFile, Map<string, readonly Line[]>>();

/** Lines of a source, read once for all pictures. */
function linesOf(file: ShapeFile, source: string): readonly Line[] {
  const read = lines.get(file) ?? new Map<string, readonly Line[]>();
  lines.set(file, read);
  const found = read.get(source) ?? pathLines(file.paths[source] ?? '');
  read.set(source, found);
  return found;
}

const isSpeck = (ring: Line): boolean => {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return Math.max(...xs) - Math.min(...xs) < SPECK_PX && Math.max(...ys) - Math.min(...ys) < SPECK_PX;
};

/** From a file's grid to the picture's pixels: once a turn. */
const matricesOf = (grid: DrawingGrid, { camera, width, height, turns }: Picture): readonly Matrix[] =>
  turns.map((turn) =>
    canvasTransform(
      { ...grid, x: grid.x + turn },
      { ...camera, pitch: 0 },
      { width, height },
      { left: 0, top: 0, density: 1 },
    ),
  );

/** What of a source is in the picture, in its pixels. */
function pathIn(file: ShapeFile, source: string, picture: Picture, isArea: boolean): string {
  const { width, height } = picture;
  const far = farSource(source, picture.camera.zoom);
  const drawn = far in file.paths ? far : source;
  const box: [number, number, number, number] = [-MARGIN_PX, -MARGIN_PX, width + MARGIN_PX, height + MARGIN_PX];
  const parts = matricesOf(file.grid, picture).flatMap((matrix) =>
    linesOf(file, drawn).flatMap((line): readonly Line[] => {
      const points = line.map((point): [number, number] => [...transformed(matrix, point)]);
      const clipped = isArea ? [clipPolygon(points, box)] : clipPolyline(points, box);
      const isWhole = (part: Line): boolean => file.isCrowd === true && isArea && isSpeck(part);
      return clipped
        .filter((part) => part.length > 1)
        .map((part) => (isWhole(part) ? part : (simplifyLine(part, TOLERANCE_PX) as Line)));
    }),
  );
  if (!isArea) return gridPath(parts, false, DECIMALS);
  // A crowd may be of nothing else.
  return gridPath(file.isCrowd ? thinRings(parts, SPECK_PX) : parts.filter((ring) => !isSpeck(ring)), true, DECIMALS);
}

const element = (d: string, style: string, opacity: number): string => {
  if (d === '') return '';
  const faded = opacity < 1 ? `;opacity:${Math.round(opacity * 1000) / 1000}` : '';
  return `<path style="${style}${faded}" d="${d}"/>`;
};

const strokeOf = ({ color, width, dash }: LineLayer, zoom: number): string => {
  const dashes = dash ? `;stroke-dasharray:${dash.join(' ')}` : '';
  return `fill:none;stroke:var(--map-${color});stroke-width:${Math.round(widthAt(width, zoom) * 100) / 100}${dashes}`;
};

const round1 = (value: number): number => Math.round(value * 10) / 10;

/** A dot in view as an element, with the shape of its fine edge. */
function dotElement(radius: number, [x, y]: Point, shape: CircleLayer['shape']): string {
  const at = [round1(x), round1(y)] as const;
  if (shape) return `<path d="${standingPath(shape, radius, at)}"/>`;
  return `<circle cx="${at[0]}" cy="${at[1]}" r="${radius + EDGE_PX / 2}"/>`;
}

/** Dots in view, each with its fine edge: round one that stands, it lies under it. */
function dotsOf(layer: CircleLayer, { grid, circles }: ShapeFile, picture: Picture, opacity: number): string {
  const { width, height } = picture;
  const matrices = matricesOf(grid, picture);
  const far = circles?.[farSource(layer.source, picture.camera.zoom)];
  const dots = (far ?? circles?.[layer.source] ?? []).flatMap((ofSize) => {
    const [radius] = ofSize;
    const laid = dotsIn(ofSize).flatMap((point) => matrices.map((matrix) => [matrix, point] as const));
    return laid.flatMap(([matrix, point]): readonly string[] => {
      const [x, y] = transformed(matrix, point);
      const isOut = x < -radius || y < -radius || x > width + radius || y > height + radius;
      return isOut ? [] : [dotElement(radius, [x, y], layer.shape)];
    });
  });
  if (dots.length === 0) return '';
  const faded = opacity < 1 ? `;opacity:${Math.round(opacity * 1000) / 1000}` : '';
  const edge = layer.shape ? `${2 * EDGE_PX};stroke-linejoin:round;paint-order:stroke` : EDGE_PX;
  const style = `fill:var(--map-${layer.color});stroke:var(--map-land);stroke-width:${edge}${faded}`;
  return `<g style="${style}">${dots.join('')}</g>`;
}

type Drawn = readonly [file: ShapeFile, picture: Picture, opacity: number];

const DRAWN: LayerHandlers<Drawn, string> = {
  ground: () => '',
  circle: dotsOf,
  fill: (layer: FillLayer, file, picture, opacity) =>
    element(pathIn(file, layer.source, picture, true), `fill:var(--map-${layer.color})`, opacity),
  line: (layer, file, picture, opacity) =>
    element(pathIn(file, layer.source, picture, false), strokeOf(layer, picture.camera.zoom), opacity),
};

/** A story's own layers in a picture, in its pixels: seen from straight above, and only what is in view. */
export function drawOwnLayers({ layers, files, isRound }: OwnDrawing, view: Omit<Picture, 'turns'>): DrawnSlots {
  const picture = { ...view, turns: turnsOf(isRound) };
  const drawn = layers.map((layer) => {
    const opacity = opacityOf(layer, picture.layers, picture.camera.zoom);
    const parts = opacity > 0 ? files.map((file) => handleLayer(DRAWN, layer, file, picture, opacity)) : [];
    return { slot: layer.slot, text: parts.join('') };
  });
  const at = (slot: OwnLayer['slot']): string => {
    const text = drawn.flatMap((one) => (one.slot === slot ? [one.text] : [])).join('');
    return text === '' ? '' : `<g stroke-linecap="round" stroke-linejoin="bevel">${text}</g>`;
  };
  return { base: at('base'), land: at('land'), roads: at('roads') };
}
