import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import type { ShapeFile } from '../../basemap/drawing/shape-file.ts';
import type { MapLayer, OwnLayer } from '../../basemap/layers/layer.ts';
import type { Palettes } from '../../basemap/themes.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import type { Scene } from '../../story/scene.ts';

/** MapLibre's map, as far as what draws on it needs it. */
export interface DrawnOn {
  getPixelRatio(): number;
  triggerRepaint(): unknown;
  on(name: 'webglcontextrestored', listener: () => void): unknown;
  once(name: 'style.load', listener: () => void): unknown;
  addLayer(layer: DrawnLayer, before: string | undefined): unknown;
}

/** A layer that MapLibre does not draw itself. */
export interface DrawnLayer {
  readonly id: string;
  readonly type: 'custom';
  setPaintProperty(layer: string, name: string, value: unknown): void;
  /** Called again where the context was lost. */
  onAdd(map: DrawnOn, gl: WebGL2RenderingContext): void;
  /** `mainMatrix` leads from the Mercator unit square to clip space, column by column. */
  render(
    gl: WebGL2RenderingContext,
    input: { readonly defaultProjectionData: { readonly mainMatrix: ArrayLike<number> } },
  ): void;
}

/** MapLibre's map, as far as giving it more sources and layers needs it. */
export interface GrowingMap {
  hasLayer(id: string): boolean;
  /** Adds a source, or puts other data into it. */
  setSource(name: string, data: GeoJSON.FeatureCollection): void;
  /**
   * @param before id of the layer over it
   * @param drawn what draws it in place of MapLibre
   */
  addLayer(layer: MapLayer, before: string | undefined, drawn?: DrawnLayer): void;
  /** Takes a source away, with all layers that draw it. */
  removeSource(name: string, layers: readonly MapLayer[]): void;
}

/** The part of a scene that says what of the story's own it shows. */
export type OwnScene = Pick<Scene, 'section' | 'layers'>;

/** What a story's map shows beyond the basemap, as far as it has come. Its functions come with the first of it. */
export interface OwnMap {
  /** Of all that may come, in drawing order. */
  readonly layers: readonly OwnLayer[];
  /** The map's, with the colours of these layers. */
  readonly palettes: Palettes;
  /** In the order in which they came. */
  readonly files: readonly ShapeFile[];
  /** Puts what is not there yet into the drawing that a stage moves. */
  drawIn(svg: SVGSVGElement, grid: DrawingGrid): void;
  /** Custom properties that the drawing needs besides, for a camera. */
  variables(camera: Camera): Readonly<Record<string, string>>;
  /**
   * Takes the next step towards what MapLibre should have while a scene is shown.
   * @param order all of the map's layers, in drawing order
   */
  addTo(map: GrowingMap, order: readonly MapLayer[], scene: OwnScene): Promise<void>;
  /** Whether no step is left. */
  isGiven(map: GrowingMap, scene: OwnScene): boolean;
  /** Whether MapLibre does not have all that a scene shows of what has come. */
  lacks(map: GrowingMap, scene: OwnScene): boolean;
}
