import type { FillLayer, LayerHandlers, LineLayer } from '../layers/layer.ts';
import { widthAt } from '../layers/layer.ts';
import type { LayerPaint } from '../paint.ts';
import type { GridShift } from './drawing-transform.ts';

/** A shape, and how it is laid on the canvas's grid where it has one of its own. */
export interface CanvasShape {
  readonly path: Path2D;
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
  { context, shapes, pixel }: MapCanvas,
  draw: (path: Path2D, pixel: number) => void,
): void {
  for (const { path, shift } of shapes.get(source) ?? []) {
    if (shift === null) draw(path, pixel);
    else {
      context.save();
      context.transform(shift.scale, 0, 0, shift.scale, shift.x, shift.y);
      draw(path, pixel / shift.scale);
      context.restore();
    }
  }
}

function fill({ source }: FillLayer, canvas: MapCanvas): void {
  each(source, canvas, (path) => canvas.context.fill(path));
}

function stroke({ source, width, dash }: LineLayer, canvas: MapCanvas): void {
  const { context, zoom } = canvas;
  each(source, canvas, (path, pixel) => {
    context.lineWidth = widthAt(width, zoom) * pixel;
    context.setLineDash(dash ? dash.map((length) => length * pixel) : []);
    context.stroke(path);
  });
}

/** A layer on a canvas, by layer type. The paint is set already. */
export const ON_CANVAS: LayerHandlers<[MapCanvas], void> = {
  ground: (_, canvas) => cover(canvas),
  fill,
  line: stroke,
};

/** Colour and strength of what is drawn next; caps and joins as in the drawing. */
export function setPaint({ context }: MapCanvas, { color, opacity }: LayerPaint): void {
  context.globalAlpha = opacity;
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineCap = 'round';
  context.lineJoin = 'bevel';
}
