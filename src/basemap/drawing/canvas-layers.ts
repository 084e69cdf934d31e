import type { FillLayer, LayerHandlers, LineLayer } from '../layers/layer.ts';
import { widthAt } from '../layers/layer.ts';
import type { LayerPaint } from '../paint.ts';

/** A canvas whose units are those of the drawing's grid. */
export interface MapCanvas {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** By source. One that a layer names and that is not here is not drawn. */
  readonly shapes: ReadonlyMap<string, Path2D>;
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

function fill({ source }: FillLayer, { context, shapes }: MapCanvas): void {
  const shape = shapes.get(source);
  if (shape) context.fill(shape);
}

function stroke({ source, width, dash }: LineLayer, { context, shapes, pixel, zoom }: MapCanvas): void {
  const shape = shapes.get(source);
  if (!shape) return;
  context.lineWidth = widthAt(width, zoom) * pixel;
  context.setLineDash(dash ? dash.map((length) => length * pixel) : []);
  context.stroke(shape);
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
