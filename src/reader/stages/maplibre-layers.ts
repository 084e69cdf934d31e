import type { MapLayer } from '../../basemap/layers/layer.ts';
import { mapLayers } from '../../basemap/layers/map-layers.ts';
import { geoJsonSource, type PaintUpdates, paintUpdates, styledLayer } from '../../basemap/style.ts';
import { mixPalette, tintNearness } from '../../basemap/themes.ts';
import type { Scene } from '../../story/scene.ts';
import type { DrawnLayer, GrowingMap, OwnMap } from './own-map.ts';
import type { Look } from './stage.ts';
import { type DrawingMap, drawn } from './start-map.ts';

export interface View {
  readonly scene: Scene;
  readonly look: Look;
}

/** MapLibre's map, as far as its layers need it. */
export interface LayeredMap extends DrawingMap {
  getLayer(id: string): unknown;
  getSource(id: string): unknown;
  addSource(id: string, source: ReturnType<typeof geoJsonSource>): unknown;
  addLayer(layer: ReturnType<typeof styledLayer> | DrawnLayer, before?: string): unknown;
  removeLayer(id: string): unknown;
  removeSource(id: string): unknown;
  setPaintProperty(layer: string, name: never, value: unknown, options: { readonly validate: false }): unknown;
}

export function paintIn(layers: readonly MapLayer[], { scene, look }: View, palettes?: OwnMap['palettes']) {
  const { zoom } = scene.camera;
  return paintUpdates(layers, scene.layers, mixPalette(look.theme, scene.moods, tintNearness(zoom), palettes), zoom);
}

/** The layers MapLibre has, and what each was last painted with. */
export class MaplibreLayers implements GrowingMap {
  readonly #map: LayeredMap;
  readonly #regions: readonly string[];
  readonly #onSettled: (lack: Error | null) => void;
  readonly #drawn = new Map<string, DrawnLayer>();
  #layers: readonly MapLayer[];
  #paint: PaintUpdates;
  #shown: View;
  #palettes: OwnMap['palettes'] | undefined;
  /** What has come: the latest holds all before it. */
  #own: OwnMap | null = null;
  #isAdding = false;
  /** The step that is under way. */
  #step = Promise.resolve();

  /** @param onSettled hears that all is there of the story's own that is due, or what is not */
  constructor(map: LayeredMap, regions: readonly string[], first: View, onSettled: (lack: Error | null) => void) {
    this.#map = map;
    this.#regions = regions;
    this.#onSettled = onSettled;
    this.#layers = mapLayers(regions);
    this.#paint = paintIn(this.#layers, first);
    this.#shown = first;
  }

  get isSettled(): boolean {
    return !this.#isAdding;
  }

  /** Sets only the paint that differs from what was last set. */
  show(view: View): void {
    const next = paintIn(this.#layers, view, this.#palettes);
    for (const [layer, properties] of Object.entries(next)) {
      for (const [name, value] of Object.entries(properties)) {
        if (this.#paint[layer]?.[name] === value) continue;
        (this.#drawn.get(layer) ?? this.#map).setPaintProperty(layer, name as never, value, { validate: false });
      }
    }
    this.#shown = view;
    this.#paint = next;
    this.#add();
  }

  /** Takes what has come of the story's own. */
  setOwn(own: OwnMap): void {
    this.#palettes = own.palettes;
    this.#own = own;
    this.#add();
  }

  /** Whether something of the story's own has come that a scene shows and the map does not have. */
  lacks(scene: Scene): boolean {
    return this.#own?.lacks(this, scene) ?? false;
  }

  /** The map is gone: nothing is given to it any more. */
  end(): void {
    this.#own = null;
  }

  #isBehind(): boolean {
    return this.#own !== null && !this.#own.isGiven(this, this.#shown.scene);
  }

  #add(): void {
    if (!this.#isAdding && this.#isBehind()) void this.#addAll();
  }

  /** One step after the other, each drawn before the next comes: what is seen waits for nothing that is not. */
  async #addAll(): Promise<void> {
    this.#isAdding = true;
    while (this.#isBehind()) {
      this.#step = this.#addNext();
      await this.#step;
      await drawn(this.#map);
    }
    this.#isAdding = false;
    this.#onSettled(null);
  }

  async #addNext(): Promise<void> {
    const { scene } = this.#shown;
    try {
      await this.#own?.addTo(this, mapLayers(this.#regions, this.#own.layers), scene);
    } catch (cause) {
      this.#onSettled(new Error(String(cause), { cause }));
    }
  }

  /** Resolves when all is there that has come of the story's own and the last scene shows. */
  async added(): Promise<void> {
    while (this.#isAdding && this.lacks(this.#shown.scene)) {
      await this.#step;
      await drawn(this.#map);
    }
  }

  hasLayer(id: string): boolean {
    return this.#map.getLayer(id) !== undefined;
  }

  setSource(name: string, data: GeoJSON.FeatureCollection): void {
    const source = this.#map.getSource(name) as { setData(data: GeoJSON.FeatureCollection): unknown } | undefined;
    if (source) source.setData(data);
    else this.#map.addSource(name, geoJsonSource(data));
  }

  addLayer(layer: MapLayer, before: string | undefined, drawn?: DrawnLayer): void {
    const own = paintIn([layer], this.#shown, this.#palettes);
    this.#map.addLayer(drawn ?? styledLayer(layer, own), before);
    if (drawn) {
      this.#drawn.set(layer.id, drawn);
      for (const [name, value] of Object.entries(own[layer.id] ?? {})) drawn.setPaintProperty(layer.id, name, value);
    }
    this.#layers = [...this.#layers, layer];
    this.#paint = { ...this.#paint, ...own };
  }

  removeSource(name: string, layers: readonly MapLayer[]): void {
    const gone = new Set(layers.map(({ id }) => id));
    this.#layers = this.#layers.filter(({ id }) => !gone.has(id));
    this.#paint = Object.fromEntries(Object.entries(this.#paint).filter(([id]) => !gone.has(id)));
    for (const id of gone) if (this.hasLayer(id)) this.#map.removeLayer(id);
    if (this.#map.getSource(name)) this.#map.removeSource(name);
  }
}
