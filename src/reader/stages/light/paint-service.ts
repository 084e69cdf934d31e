import { type CanvasShape, ON_CANVAS, setPaint } from '../../../basemap/drawing/canvas-layers.ts';
import { canvasTransform, type DrawingGrid, gridShift } from '../../../basemap/drawing/drawing-transform.ts';
import { type DotsOfSize, dotsIn, type ShapeFile } from '../../../basemap/drawing/shape-file.ts';
import { handleLayer, type MapLayer } from '../../../basemap/layers/layer.ts';
import type { LayerPaint } from '../../../basemap/paint.ts';
import { worldSize } from '../../../geo/mercator.ts';
import type { Sheet } from './sheet.ts';

/** What sheets are painted from: the drawing that stands in the page first, then what the story has of its own. */
export interface PaintSource {
  readonly files: readonly [drawing: ShapeFile, ...own: ShapeFile[]];
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

/** A layer and what it is painted with. */
export type PaintedLayer = readonly [layer: MapLayer, paint: LayerPaint];

export interface PaintService {
  /** @param layers in drawing order */
  begin(sheet: Sheet, layers: readonly PaintedLayer[]): Painting;
  /** Takes shapes that have come since. */
  add(file: ShapeFile): void;
}

/** A shape as the drawing shows it: of a map that goes round, once more on either side of itself. */
function pathOf(d: string, { size }: DrawingGrid, isRound: boolean): Path2D {
  const once = new Path2D(d);
  if (!isRound) return once;
  const round = new Path2D();
  for (const e of [-size, 0, size]) round.addPath(once, { e });
  return round;
}

const roundIn =
  ({ size }: DrawingGrid) =>
  (dots: DotsOfSize): DotsOfSize => [dots[0], ...dotsIn(dots).flatMap(([x, y]) => [x - size, y, x, y, x + size, y])];

/** Paints sheets, in a worker or in the page. */
export function createPaintService(
  { files, isRound }: PaintSource,
  createCanvas: (sheet: Sheet) => Canvas,
): PaintService {
  const [{ grid }] = files;
  const shapes = new Map<string, CanvasShape[]>();
  const add = (file: ShapeFile): void => {
    const shift = file.grid === grid ? null : gridShift(file.grid, grid);
    const put = (name: string, shape: CanvasShape): void => void shapes.set(name, [...(shapes.get(name) ?? []), shape]);
    for (const [name, d] of Object.entries(file.paths)) put(name, { path: pathOf(d, file.grid, isRound), shift });
    for (const [name, circles] of Object.entries(file.circles ?? {})) {
      put(name, { path: new Path2D(), circles: isRound ? circles.map(roundIn(file.grid)) : circles, shift });
    }
  };
  for (const file of files) add(file);
  return {
    add,
    begin(sheet, layers) {
      const { camera, viewport } = sheet;
      const canvas = createCanvas(sheet);
      const context = canvas.getContext('2d', SETTINGS) as CanvasRenderingContext2D | null;
      if (!context) throw new Error('There is no canvas to paint on');
      context.setTransform(...canvasTransform(grid, camera, viewport, sheet));
      const on = {
        context,
        shapes,
        pixel: grid.size / worldSize(camera.zoom),
        zoom: camera.zoom,
        bearing: camera.bearing,
      };
      const steps = layers.map(([layer, paint]) => (): void => {
        if (paint.opacity <= 0) return;
        setPaint(on, paint);
        handleLayer(ON_CANVAS, layer, on);
      });
      return { steps, canvas };
    },
  };
}
