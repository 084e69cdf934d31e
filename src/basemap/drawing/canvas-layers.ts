import { standingPath } from '../../data/scales/symbol-size.ts';
import type { CircleLayer, FillLayer, LayerHandlers, LineLayer } from '../layers/layer.ts';
import { widthAt } from '../layers/layer.ts';
import { EDGE_PX, type LayerPaint } from '../paint.ts';
import type { GridShift } from './drawing-transform.ts';
import { type DotsOfSize, dotsIn, farSource } from './shape-file.ts';

/** A shape, and how it is laid on the canvas's grid where it has one of its own. */
export interface CanvasShape {
  readonly path: Path2D;
  /** Dots in place of the path. */
  readonly circles?: readonly DotsOfSize[];
  readonly shift: GridShift | null;
}

/** A canvas whose units are those of the drawing's grid. */
export interface MapCanvas {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** By source. One that a layer names and that is not here is not drawn. */
  readonly shapes: ReadonlyMap<string, readonly CanvasShape[]>;
  /** Grid units in a CSS pixel. */
  readonly pixel: number;
  readonly zoom: number;
  /** By how much (degrees) the map is turned; what stands on it is upright on the screen all the same. */
  readonly bearing: number;
}

function cover({ context }: MapCanvas): void {
  context.save();
  context.resetTransform();
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

/** @param draw is told how many of the shape's units are a CSS pixel */
function each(
  source: string,
  { context, shapes, pixel, zoom }: MapCanvas,
  draw: (shape: CanvasShape, pixel: number) => void,
): void {
  for (const shape of shapes.get(farSource(source, zoom)) ?? shapes.get(source) ?? []) {
    const { shift } = shape;
    if (shift === null) draw(shape, pixel);
    else {
      context.save();
      context.transform(shift.scale, 0, 0, shift.scale, shift.x, shift.y);
      draw(shape, pixel / shift.scale);
      context.restore();
    }
  }
}

function fill({ source }: FillLayer, canvas: MapCanvas): void {
  each(source, canvas, ({ path }) => canvas.context.fill(path));
}

function stroke({ source, width, dash }: LineLayer, canvas: MapCanvas): void {
  const { context, zoom } = canvas;
  each(source, canvas, ({ path }, pixel) => {
    context.lineWidth = widthAt(width, zoom) * pixel;
    context.setLineDash(dash ? dash.map((length) => length * pixel) : []);
    context.stroke(path);
  });
}

/** Its fine edge first, and itself over that: so it is as large as its value says. */
function standing({ source }: CircleLayer, shape: NonNullable<CircleLayer['shape']>, canvas: MapCanvas): void {
  const { context, bearing } = canvas;
  context.setLineDash([]);
  each(source, canvas, ({ circles = [] }, pixel) => {
    for (const dots of circles) {
      const path = new Path2D(standingPath(shape, dots[0], [0, 0]));
      for (const [x, y] of dotsIn(dots)) {
        context.save();
        context.translate(x, y);
        context.rotate((bearing * Math.PI) / 180);
        context.scale(pixel, pixel);
        context.lineWidth = 2 * EDGE_PX;
        context.lineJoin = 'round';
        context.stroke(path);
        context.fill(path);
        context.restore();
      }
    }
  });
}

/** Each dot with its edge over those before it, as MapLibre draws them. */
function dot({ source }: CircleLayer, canvas: MapCanvas): void {
  const { context } = canvas;
  context.setLineDash([]);
  each(source, canvas, ({ circles = [] }, pixel) => {
    for (const dots of circles) {
      for (const [x, y] of dotsIn(dots)) {
        context.beginPath();
        context.arc(x, y, dots[0] * pixel, 0, 2 * Math.PI);
        context.fill();
        context.beginPath();
        context.arc(x, y, (dots[0] + EDGE_PX / 2) * pixel, 0, 2 * Math.PI);
        context.lineWidth = EDGE_PX * pixel;
        context.stroke();
      }
    }
  });
}

/** A layer on a canvas, by layer type. The paint is set already. */
export const ON_CANVAS: LayerHandlers<[MapCanvas], void> = {
  ground: (_, canvas) => cover(canvas),
  fill,
  circle: (layer, canvas) => (layer.shape ? standing(layer, layer.shape, canvas) : dot(layer, canvas)),
  line: stroke,
};

/** Colour and strength of what is drawn next; caps and joins as in the drawing. */
export function setPaint({ context }: MapCanvas, { color, opacity, edge = color }: LayerPaint): void {
  context.globalAlpha = opacity;
  context.fillStyle = color;
  context.strokeStyle = edge;
  context.lineCap = 'round';
  context.lineJoin = 'bevel';
}
