import { type CircleLayer, type FillLayer, type LineLayer, widthAt } from '../layers/layer.ts';
import { EDGE_PX } from '../paint.ts';
import { variableName } from './layer-variables.ts';

/** What a width that changes with the zoom is where no variable says otherwise. */
const RESTING_ZOOM = 9;

export function strokeStyle(layer: LineLayer): string {
  const width =
    typeof layer.width === 'number'
      ? layer.width
      : `var(${variableName('w', layer.id)},${widthAt(layer.width, RESTING_ZOOM)})`;
  const dash = layer.dash ? `;stroke-dasharray:${layer.dash.join(' ')}` : '';
  return `fill:none;stroke:var(--map-${layer.color});stroke-width:${width}${dash}`;
}

export function fillStyle(layer: FillLayer): string {
  const own = `var(--map-${layer.color})`;
  return `fill:${layer.region === undefined ? own : `var(${variableName('c', layer.id)},${own})`}`;
}

/** As `layerVariables` moves it. */
export const opacityStyle = ({ id, part, opacity }: FillLayer | LineLayer | CircleLayer): string =>
  `opacity:var(${variableName('o', id)},${part === 'tint' ? 0 : opacity})`;

/** Of dots as lines of no length: the fine edge first, the dot over it. */
export const circleStyles = ({ color }: CircleLayer, radius: number): readonly [edge: string, dot: string] => [
  `fill:none;stroke:var(--map-land);stroke-width:${2 * (radius + EDGE_PX)}`,
  `fill:none;stroke:var(--map-${color});stroke-width:${2 * radius}`,
];
