import { ON_CANVAS, setPaint } from '../../../basemap/drawing/canvas-layers.ts';
import { canvasTransform, type DrawingGrid } from '../../../basemap/drawing/drawing-transform.ts';
import { handleLayer, type MapLayer } from '../../../basemap/layers/layer.ts';
import type { LayerPaint } from '../../../basemap/paint.ts';
import { worldSize } from '../../../geo/mercator.ts';
import type { Sheet } from './sheet.ts';

/** What sheets are painted from: the drawing that stands in the page, in its layers' order. */
export interface PaintSource {
  readonly grid: DrawingGrid;
  readonly layers: readonly MapLayer[];
  /** Path data by source, in grid units. */
  readonly paths: Readonly<Record<string, string>>;
  /** Whether the map goes round the world. */
  readonly isRound: boolean;
}

/** Painted by the processor: so a bitmap outlives a graphics card that is lost, and that one is left to the page. */
const SETTINGS = { alpha: false, willReadFrequently: true };

type Canvas = HTMLCanvasElement | OffscreenCanvas;

/** A sheet under way. */
export interface Painting {
  /** To be taken in order, each of them short. */
  readonly steps: readonly (() => void)[];
  readonly canvas: Canvas;
}

/** @param paints of the layers, in their order */
export type Paint = (sheet: Sheet, paints: readonly LayerPaint[]) => Painting;

/** A shape as the drawing shows it: of a map that goes round, once more on either side of itself. */
function shapeOf(d: string, { grid, isRound }: PaintSource): Path2D {
  const once = new Path2D(d);
  if (!isRound) return once;
  const round = new Path2D();
  for (const e of [-grid.size, 0, grid.size]) round.addPath(once, { e });
  return round;
}

/** Paints sheets, in a worker or in the page. */
export function createPaint(source: PaintSource, createCanvas: (sheet: Sheet) => Canvas): Paint {
  const { grid, layers } = source;
  const shapes = new Map(Object.entries(source.paths).map(([name, d]) => [name, shapeOf(d, source)]));
  return (sheet, paints) => {
    const { camera, viewport } = sheet;
    const canvas = createCanvas(sheet);
    const context = canvas.getContext('2d', SETTINGS) as CanvasRenderingContext2D | null;
    if (!context) throw new Error('There is no canvas to paint on');
    context.setTransform(...canvasTransform(grid, camera, viewport, sheet));
    const on = { context, shapes, pixel: grid.size / worldSize(camera.zoom), zoom: camera.zoom };
    const steps = layers.map((layer, index) => (): void => {
      const paint = paints[index];
      if (!paint || paint.opacity <= 0) return;
      setPaint(on, paint);
      handleLayer(ON_CANVAS, layer, on);
    });
    return { steps, canvas };
  };
}
