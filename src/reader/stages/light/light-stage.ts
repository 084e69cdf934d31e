import type { DrawingGrid } from '../../../basemap/drawing/drawing-transform.ts';
import { drawingId } from '../../../basemap/drawing/layer-variables.ts';
import { type MapLayer, sourcesOf } from '../../../basemap/layers/layer.ts';
import { mapLayers } from '../../../basemap/layers/map-layers.ts';
import { paintOf } from '../../../basemap/paint.ts';
import { mixPalette, tintNearness } from '../../../basemap/themes.ts';
import { isSameView } from '../../../geo/camera/same-view.ts';
import type { Projection } from '../../../geo/lng-lat.ts';
import { createProjection } from '../../../geo/mercator.ts';
import type { Scene } from '../../../story/scene.ts';
import type { Story } from '../../../story/story.ts';
import { tintedRegions } from '../../../story/tinted-regions.ts';
import { isDrawnRound } from '../is-drawn-round.ts';
import type { OwnMap } from '../own-map.ts';
import type { Look, Stage } from '../stage.ts';
import type { SvgStage } from '../svg-stage.ts';
import { type NamedPaint, namedPaints } from './named-paints.ts';
import type { PaintedLayer } from './paint-service.ts';
import { Painter } from './painter.ts';
import { Plate } from './plate.ts';
import { type Sheet, sheetAhead, sheetAtRest } from './sheet.ts';

interface Listeners {
  /** The picture must be shown again. */
  onChange(): void;
  /** No sheets can be had: the drawing goes on alone. */
  onFailed(cause: unknown): void;
}

/** A paint of the scene, and the plate that is for it. */
interface Painted {
  readonly paint: NamedPaint;
  readonly plate: Plate;
}

const NO_MOOD = { paper: 0, dusk: 0, night: 0 };

/** Path data of the drawing in the page by source. */
function drawnPaths(layers: readonly MapLayer[]): Readonly<Record<string, string>> {
  const dataOf = (source: string): string => document.getElementById(drawingId(source))?.getAttribute('d') ?? '';
  return Object.fromEntries(sourcesOf(layers).map((source) => [source, dataOf(source)]));
}

/**
 * Shows scenes with sheets: bitmaps of the map, somewhat larger than the screen, that are painted in a worker from the
 * drawing in the page. A frame moves them by one transform, which costs the page next to nothing; when the map has come too
 * far from one, another is painted. While the map fades from one section's paint to the next one's, two lie over each other.
 * What no sheet covers, as at first and after a jump, the drawing itself shows.
 */
export class LightStage implements Stage {
  readonly name = 'light';
  readonly #drawing: SvgStage;
  readonly #listeners: Listeners;
  readonly #regions: readonly string[];
  #layers: readonly MapLayer[];
  #own: OwnMap | null = null;
  readonly #painter: Painter;
  readonly #element: HTMLElement;
  /** The second lies over the first. */
  readonly #plates: readonly [Plate, Plate];
  readonly #abort = new AbortController();
  #last: { readonly scene: Scene; readonly look: Look; readonly projection: Projection } | null = null;
  #hasFailed = false;
  #isSettled = false;

  constructor(parent: HTMLElement, drawing: SvgStage, grid: DrawingGrid, story: Story, listeners: Listeners) {
    this.#drawing = drawing;
    this.#listeners = listeners;
    this.#regions = tintedRegions(story);
    const layers = mapLayers(this.#regions);
    this.#layers = layers;
    this.#painter = new Painter(() => ({
      files: [{ grid, paths: drawnPaths(layers) }, ...(this.#own?.files ?? [])],
      isRound: isDrawnRound(),
    }));
    this.#element = parent.insertBefore(document.createElement('div'), parent.querySelector('.maplibre'));
    this.#element.className = 'sheets';
    this.#element.hidden = true;
    this.#plates = [new Plate(this.#element, listeners.onChange), new Plate(this.#element, listeners.onChange)];
    const { signal } = this.#abort;
    document.addEventListener('visibilitychange', () => this.#onVisibility(), { signal });
  }

  show(scene: Scene, look: Look): void {
    const { width, height } = look.viewport;
    const camera = { ...scene.camera, pitch: 0 };
    const projection = createProjection(camera, width, height);
    const before = this.#last?.projection ?? projection;
    const isStill = this.#last !== null && isSameView(before, projection);
    this.#last = { scene, look, projection };
    const painted = this.#platesFor(namedPaints(scene.paints, look.theme));
    const seen = painted.filter(({ paint }) => paint.weight > 0);
    const isCovered = seen.every(({ plate }) => plate.covers(projection));
    this.#element.hidden = !isCovered;
    if (isCovered) {
      this.#place(painted, projection);
      this.#drawing.hide();
    } else this.#drawing.show(scene, look);
    // What is not seen yet need only be there once it is.
    const isDue = ({ paint, plate }: Painted): boolean =>
      !plate.covers(projection) || (paint.weight > 0 && plate.isDull(projection, isStill, this.#edition));
    const due = painted.filter(isDue);
    this.#isSettled = this.#hasFailed || (isStill && isCovered && due.length === 0);
    const sheet = (isStill ? sheetAtRest : sheetAhead)(projection, devicePixelRatio, before);
    for (const one of due) this.#paint(one, sheet);
    // One more frame tells whether the map rests.
    if (!isStill && due.length === 0) this.#listeners.onChange();
  }

  setOwn(own: OwnMap): void {
    this.#drawing.setOwn(own);
    for (const file of own.files.slice(this.#edition)) this.#painter.add(file);
    this.#own = own;
    this.#layers = mapLayers(this.#regions, own.layers);
  }

  isSettled(): boolean {
    return this.#isSettled;
  }

  /** Leaves the picture to the drawing. */
  release(): void {
    this.#painter.end();
    this.#element.hidden = true;
    for (const plate of this.#plates) plate.clear();
    if (this.#last) this.#drawing.show(this.#last.scene, this.#last.look);
  }

  destroy(): void {
    this.release();
    this.#abort.abort();
    this.#element.remove();
    this.#drawing.destroy();
  }

  /** Of the shapes that sheets are painted from. */
  get #edition(): number {
    return this.#own?.files.length ?? 0;
  }

  #onVisibility(): void {
    if (document.hidden) this.release();
    else this.#listeners.onChange();
  }

  #platesFor(paints: readonly NamedPaint[]): readonly Painted[] {
    const names = paints.map(({ name }) => name);
    return paints.map((paint) => {
      const plate =
        this.#plates.find((one) => one.paint === paint.name) ??
        this.#plates.find((one) => !names.includes(one.paint)) ??
        this.#plates[0];
      if (plate.paint !== paint.name) plate.take(paint.name);
      return { paint, plate };
    });
  }

  #place(painted: readonly Painted[], projection: Projection): void {
    const [, upper] = this.#plates;
    for (const plate of this.#plates) {
      const weight = painted.find((one) => one.plate === plate)?.paint.weight ?? 0;
      plate.place(projection, plate === upper ? weight : 1);
    }
  }

  #paint({ paint, plate }: Painted, sheet: Sheet): void {
    if (plate.isAwaiting || this.#hasFailed || document.hidden) return;
    plate.isAwaiting = true;
    const edition = this.#edition;
    this.#painter
      .paint(sheet, this.#paintedLayers(paint, sheet.camera.zoom))
      .then((bitmap) => {
        if (bitmap) plate.give(paint.name, { sheet, bitmap, edition });
      })
      .catch((cause: unknown) => {
        this.#hasFailed = true;
        this.release();
        this.#listeners.onFailed(cause);
      })
      .finally(this.#listeners.onChange);
  }

  #paintedLayers({ mood, layers, theme }: NamedPaint, zoom: number): readonly PaintedLayer[] {
    const palette = mixPalette(theme, { ...NO_MOOD, [mood]: 1 }, tintNearness(zoom), this.#own?.palettes);
    return this.#layers.map((layer) => [layer, paintOf(layer, layers, palette, zoom)]);
  }
}
