import type { Projection } from '../../../geo/lng-lat.ts';
import { isSharp, isWorn, roomAround, type Sheet, sheetMatrix } from './sheet.ts';

interface Made {
  readonly sheet: Sheet;
  readonly bitmap: ImageBitmap;
  /** Of the shapes it is painted from. */
  readonly edition: number;
}

/** An element of the page that shows the latest sheet of one paint, wherever the camera is. */
export class Plate {
  readonly canvas: HTMLCanvasElement;
  readonly #context: ImageBitmapRenderingContext;
  /** What the map is painted as on it. */
  #paint = '';
  #sheet: Sheet | null = null;
  #next: Made | null = null;
  #opacity = 1;
  #edition = 0;
  /** Whether a sheet for it is under way. */
  isAwaiting = false;

  /** @param onLost called when what it shows is gone */
  constructor(parent: HTMLElement, onLost: () => void) {
    this.canvas = parent.appendChild(document.createElement('canvas'));
    const context = this.canvas.getContext('bitmaprenderer', { alpha: false });
    if (!context) throw new Error('There is no canvas for bitmaps');
    this.#context = context;
    this.canvas.addEventListener('contextlost', () => {
      this.clear();
      onLost();
    });
  }

  get paint(): string {
    return this.#paint;
  }

  /** The sheet it shows, or will in the next frame. */
  get sheet(): Sheet | null {
    return this.#next?.sheet ?? this.#sheet;
  }

  /** Whether its sheet reaches beyond the screen on every side. */
  covers(projection: Projection): boolean {
    return this.sheet !== null && roomAround(this.sheet, projection) >= 0;
  }

  /**
   * Whether another sheet would be a better picture: shapes have come since; or of a map at rest, it has other pixels than
   * the screen.
   */
  isDull(projection: Projection, isStill: boolean, edition: number): boolean {
    const { sheet } = this;
    if (sheet === null || edition !== this.#edition) return true;
    return isStill ? !isSharp(sheet, projection, devicePixelRatio) : isWorn(sheet, projection);
  }

  /** Takes another paint; what it shows is of no use then. */
  take(paint: string): void {
    this.clear();
    this.#paint = paint;
  }

  /** Shows a sheet from the next frame on. One of another paint has come too late. */
  give(paint: string, made: Made): void {
    const isLate = paint !== this.#paint;
    (isLate ? made : this.#next)?.bitmap.close();
    if (isLate) return;
    this.#next = made;
    this.#edition = made.edition;
    this.isAwaiting = false;
  }

  place(projection: Projection, opacity: number): void {
    const { canvas } = this;
    if (opacity !== this.#opacity) canvas.style.opacity = String(opacity);
    this.#opacity = opacity;
    if (this.#next) {
      const { sheet, bitmap } = this.#next;
      this.#context.transferFromImageBitmap(bitmap);
      // A pixel of the bitmap a pixel of CSS, for the transform to shrink: browsers round the sides of boxes.
      canvas.style.inlineSize = `${sheet.width}px`;
      canvas.style.blockSize = `${sheet.height}px`;
      canvas.dataset['sheet'] = JSON.stringify(sheet);
      this.#sheet = sheet;
      this.#next = null;
    }
    if (!this.#sheet) return;
    canvas.style.transform = `matrix(${sheetMatrix(this.#sheet, projection)})`;
  }

  /** Frees its memory. */
  clear(): void {
    this.#next?.bitmap.close();
    this.#next = null;
    this.isAwaiting = false;
    if (this.#sheet) this.#context.transferFromImageBitmap(null);
    delete this.canvas.dataset['sheet'];
    this.#sheet = null;
    this.#paint = '';
  }
}
