import type { ValueFile } from '../../basemap/data/value-file.ts';
import { pointOn, shapeAt, type ValueShape, valueShapes } from '../../basemap/data/value-shapes.ts';
import type { ShapeFile } from '../../basemap/drawing/shape-file.ts';
import type { LngLat, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { fromWorld, scaleAt, toWorld, unproject, worldSize } from '../../geo/mercator.ts';
import type { DataSource, MapSource } from '../../story/sources/map-source.ts';
import { loadJson } from '../loading/load-json.ts';
import { arrivedSource } from '../sources/read-source.ts';

/** A thing in the view of a data layer that shows it. */
export interface FoundValue {
  readonly source: DataSource;
  readonly view: string;
  readonly thing: number;
  /** All that stands for it. */
  readonly shapes: readonly ValueShape[];
}

/** What a thing says, in the reader's language. */
export interface ValueWords {
  readonly name: string;
  /** Empty for a layer without time. */
  readonly time: string;
  readonly figures: readonly { readonly label: string; readonly text: string }[];
}

/** A view of a layer whose files have come. */
interface ReadyView {
  readonly source: DataSource;
  readonly view: string;
  readonly file: ShapeFile;
  readonly values: ValueFile;
}

/** From here on a layer that comes or goes is seen. */
const IS_SHOWN = 0.5;

/** Turns of the world between where a file's grid counts from and where a camera does. */
function turnsOf({ bounds: [west, , east] }: DataSource, { middleLng }: Projection): number {
  return Math.round((middleLng - (west + east) / 2) / 360);
}

function toGrid(place: LngLat, { source, file }: ReadyView, projection: Projection): ScreenPoint {
  const [x, y] = toWorld(place);
  const { grid } = file;
  return [(x - turnsOf(source, projection) - grid.x) * grid.size, (y - grid.y) * grid.size];
}

/** Finds what lies where on the screen by the files of the data layers on show; both stages draw from the same. */
export class ValueFinder {
  readonly #sources: readonly DataSource[];
  readonly #signal: AbortSignal;
  readonly #values = new Map<DataSource, ValueFile>();
  readonly #shapes = new Map<string, readonly ValueShape[]>();

  constructor(sources: readonly MapSource[], signal: AbortSignal) {
    this.#sources = sources.filter((source) => source.type === 'data');
    this.#signal = signal;
  }

  /** Whether a layer is on show. */
  isOn(shown: Readonly<Record<string, number>>): boolean {
    return this.#sources.some((source) => viewsOn(source, shown).length > 0);
  }

  /** Layers on show whose values are not here yet. */
  missing(shown: Readonly<Record<string, number>>): readonly DataSource[] {
    return this.#sources.filter((source) => !this.#values.has(source) && viewsOn(source, shown).length > 0);
  }

  /** @throws when a file does not come */
  async fetch(sources: readonly DataSource[]): Promise<void> {
    await Promise.all(
      sources.map(async (source) => {
        this.#values.set(source, await loadJson<ValueFile>(source.values, this.#signal));
      }),
    );
  }

  /** What lies at a point of the screen; null where nothing does. */
  at(
    shown: Readonly<Record<string, number>>,
    projection: Projection,
    point: ScreenPoint,
    reachPx: number,
  ): FoundValue | null {
    const place = unproject(projection, point);
    const hits = this.#ready(shown).flatMap((ready) => {
      const { zoom, bearing } = projection.camera;
      const unitsPerPx = ready.file.grid.size / (worldSize(zoom) * scaleAt(projection, place));
      const seen = { unitsPerPx, reachPx, bearing };
      const hit = shapeAt(this.#shapesOf(ready), toGrid(place, ready, projection), seen);
      return hit ? [{ ready, hit }] : [];
    });
    // The layer that lies uppermost comes last; dots and lines lie over areas whatever the layer.
    const best = hits.findLast(({ hit }) => hit.form !== 'fill') ?? hits.at(-1);
    return best ? this.#found(best.ready, best.hit.thing) : null;
  }

  /** All that can be read, with the point on the screen that stands for each. */
  all(
    shown: Readonly<Record<string, number>>,
    projection: Projection,
  ): readonly { readonly found: FoundValue; readonly at: ScreenPoint }[] {
    return this.#ready(shown).flatMap((ready) => {
      const things = new Set(this.#shapesOf(ready).map(({ thing }) => thing));
      return [...things].map((thing) => {
        const found = this.#found(ready, thing);
        return { found, at: this.pointOf(found, projection) };
      });
    });
  }

  /** The same thing in what is shown now; null where it no longer is. */
  again({ source, thing }: FoundValue, shown: Readonly<Record<string, number>>): FoundValue | null {
    const ready = this.#ready(shown).find((one) => one.source === source);
    const isThere = ready && this.#shapesOf(ready).some((shape) => shape.thing === thing);
    return isThere ? this.#found(ready, thing) : null;
  }

  /** Where on the screen a thing is shown. */
  pointOf({ source, shapes }: FoundValue, projection: Projection): ScreenPoint {
    const [shape] = shapes;
    const toScreen = this.toScreen(source, projection);
    return shape && toScreen ? toScreen(pointOn(shape)) : [0, 0];
  }

  /** From a source's grid to the screen; null while its file is not here. */
  toScreen(source: DataSource, projection: Projection): ((point: readonly [number, number]) => ScreenPoint) | null {
    const grid = arrivedSource(source)?.file.grid;
    if (!grid) return null;
    const turns = turnsOf(source, projection);
    return ([x, y]) => projection.project(fromWorld([x / grid.size + grid.x, y / grid.size + grid.y]), turns);
  }

  /** @returns null for what the view says nothing of */
  words({ source, view, thing }: FoundValue): ValueWords | null {
    const values = this.#values.get(source);
    const slice = values?.slices[values.views[view] ?? -1];
    if (!values || !slice) return null;
    const figures = values.labels.map((label, at) => {
      const index = slice.figures[thing * values.labels.length + at] ?? -1;
      return { label, text: values.texts[index] ?? '' };
    });
    return { name: values.names[thing] ?? '', time: slice.time, figures };
  }

  #ready(shown: Readonly<Record<string, number>>): readonly ReadyView[] {
    return this.#sources.flatMap((source) => {
      const [view] = viewsOn(source, shown);
      const [values, file] = [this.#values.get(source), arrivedSource(source)?.file];
      return view !== undefined && values && file ? [{ source, view, file, values }] : [];
    });
  }

  #shapesOf({ source, view, file, values }: ReadyView): readonly ValueShape[] {
    const found = this.#shapes.get(view) ?? valueShapes(file, values, view, source.views[view] ?? []);
    this.#shapes.set(view, found);
    return found;
  }

  #found(ready: ReadyView, thing: number): FoundValue {
    const { source, view } = ready;
    return { source, view, thing, shapes: this.#shapesOf(ready).filter((shape) => shape.thing === thing) };
  }
}

const viewsOn = ({ views }: DataSource, shown: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(views).filter((view) => (shown[view] ?? 0) >= IS_SHOWN);
