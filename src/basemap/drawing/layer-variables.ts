import { steppedZoom } from '../../geo/camera/stepped-zoom.ts';
import { type MapLayer, widthAt } from '../layers/layer.ts';
import { mapLayers } from '../layers/map-layers.ts';
import { type Emphasis, opacityOf, tokenOf } from '../paint.ts';

/** `o` opacity, `w` width, `c` colour. */
export const variableName = (property: 'o' | 'w' | 'c', layerId: string): `--${string}` =>
  `--${property}-${layerId.replaceAll('.', '-')}`;

const round3 = (value: number): string => String(Math.round(value * 1000) / 1000);

/** What a layer is drawn with where no variable says otherwise. */
const restingOpacity = (layer: MapLayer): number =>
  layer.type === 'fill' && layer.region !== undefined
    ? 0
    : layer.type === 'ground' && layer.id !== 'sea'
      ? 0
      : layer.opacity;

function variablesOf(layer: MapLayer, scene: Emphasis, zoom: number): readonly (readonly [string, string])[] {
  const variables: (readonly [string, string])[] = [];
  const opacity = opacityOf(layer, scene);
  if (opacity !== restingOpacity(layer)) variables.push([variableName('o', layer.id), round3(opacity)]);
  const token = tokenOf(layer, scene);
  if (token !== layer.color) variables.push([variableName('c', layer.id), `var(--map-${token})`]);
  if (layer.type === 'line' && typeof layer.width !== 'number') {
    variables.push([variableName('w', layer.id), round3(widthAt(layer.width, steppedZoom(zoom)))]);
  }
  return variables;
}

/**
 * Custom properties that make the shared drawing show a scene: only those that differ from its resting state, so a
 * stage has to remove the ones it set before and that are absent now.
 */
export function layerVariables(scene: Emphasis, zoom: number): Readonly<Record<string, string>> {
  const layers = mapLayers(scene.tints.map(({ region }) => region));
  return Object.fromEntries(layers.flatMap((layer) => variablesOf(layer, scene, zoom)));
}
