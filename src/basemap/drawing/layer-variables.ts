import {
  type FillLayer,
  handleLayer,
  type LayerHandlers,
  type LineLayer,
  type MapLayer,
  type OwnLayer,
  widthAt,
} from '../layers/layer.ts';
import { mapLayers } from '../layers/map-layers.ts';
import { type Emphasis, opacityOf, tokenOf } from '../paint.ts';

/** An id, whatever it holds, as CSS and addresses in a page take it. */
export const cssName = (id: string): string => id.replace(/[^a-z\d-]/gi, (letter) => `_${letter.charCodeAt(0)}`);

/** Of the drawing of a map that goes round the world, which is laid once more on either side of itself. */
export const ONCE_ID = 'bm-once';

/** Of the whole drawing, and of the two parts between which a story's own layers lie. */
export const MAP_ID = 'bm';
export const LAND_ID = 'bm-land';
export const LINES_ID = 'bm-lines';

/** Of the shapes a source has in the drawing. */
export const drawingId = (source: string): string => `bm-${cssName(source)}`;

/** `o` opacity, `w` width, `c` colour. */
export const variableName = (property: 'o' | 'w' | 'c', layerId: string): `--${string}` =>
  `--${property}-${cssName(layerId)}`;

const round3 = (value: number): string => String(Math.round(value * 1000) / 1000);

type Variable = readonly [name: string, value: string];

/** @param resting what the layer is drawn with where no variable says otherwise */
function opacityVariable(layer: MapLayer, scene: Emphasis, zoom: number, resting: number): readonly Variable[] {
  const opacity = opacityOf(layer, scene, zoom);
  return opacity === resting ? [] : [[variableName('o', layer.id), round3(opacity)]];
}

function colorVariable(layer: FillLayer, scene: Emphasis): readonly Variable[] {
  const token = tokenOf(layer, scene);
  return token === layer.color ? [] : [[variableName('c', layer.id), `var(--map-${token})`]];
}

const widthVariable = ({ id, width }: LineLayer, zoom: number): readonly Variable[] =>
  typeof width === 'number' ? [] : [[variableName('w', id), round3(widthAt(width, zoom))]];

/** What differs from a layer's resting state, by layer type. */
const VARIABLES: LayerHandlers<[scene: Emphasis, zoom: number], readonly Variable[]> = {
  ground: (layer, scene, zoom) => opacityVariable(layer, scene, zoom, layer.id === 'sea' ? layer.opacity : 0),
  fill: (layer, scene, zoom) => [
    ...opacityVariable(layer, scene, zoom, layer.region === undefined ? layer.opacity : 0),
    ...colorVariable(layer, scene),
  ],
  circle: (layer, scene, zoom) => opacityVariable(layer, scene, zoom, layer.opacity),
  line: (layer, scene, zoom) => [...opacityVariable(layer, scene, zoom, layer.opacity), ...widthVariable(layer, zoom)],
};

/**
 * Custom properties that make the shared drawing show a scene: only those that differ from its resting state, so a
 * stage has to remove the ones it set before and that are absent now.
 * @param own the story's own layers that are drawn with it
 */
export function layerVariables(
  scene: Emphasis,
  zoom: number,
  own: readonly OwnLayer[] = [],
): Readonly<Record<string, string>> {
  const layers = mapLayers(
    scene.tints.map(({ region }) => region),
    own,
  );
  return Object.fromEntries(layers.flatMap((layer) => handleLayer(VARIABLES, layer, scene, zoom)));
}
