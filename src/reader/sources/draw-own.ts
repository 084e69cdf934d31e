import { type DrawingGrid, gridShift, turnsOf } from '../../basemap/drawing/drawing-transform.ts';
import { circleStyles, fillStyle, opacityStyle, strokeStyle } from '../../basemap/drawing/layer-style.ts';
import { dotsIn, type ShapeFile } from '../../basemap/drawing/shape-file.ts';
import { type CircleLayer, handleLayer, type LayerHandlers, type OwnLayer } from '../../basemap/layers/layer.ts';
import { EDGE_PX } from '../../basemap/paint.ts';
import { standingPath } from '../../data/scales/symbol-size.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import { worldSize } from '../../geo/mercator.ts';
import { isDrawnRound } from '../stages/is-drawn-round.ts';

type Standing = NonNullable<CircleLayer['shape']>;

const SVG = 'http://www.w3.org/2000/svg';

/** A layer of one file as an element, by layer type; null where there is nothing of it. */
const ELEMENTS: LayerHandlers<[ShapeFile], SVGElement | null> = {
  ground: () => null,
  fill: (layer, file) => pathElement(file.paths[layer.source], `${fillStyle(layer)};${opacityStyle(layer)}`),
  circle: (layer, file) => circlesElement(layer, file),
  line: (layer, file) => pathElement(file.paths[layer.source], `${strokeStyle(layer)};${opacityStyle(layer)}`),
};

/** As large on the screen, and as upright, at every camera: by what `standingVariables` says. */
function standingElement(d: string, [x, y]: readonly [number, number], { size }: DrawingGrid): SVGElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  const transform = `translate(${x}px,${y}px) rotate(var(--map-turn)) scale(calc(${size}/var(--map-across)))`;
  path.setAttribute('style', `transform:${transform}`);
  return path;
}

/** What the drawing must know of a camera to show what stands on it: its turn, and pixels across the world. */
export const standingVariables = ({ zoom, bearing }: Camera): Readonly<Record<string, string>> => ({
  '--map-across': String(worldSize(zoom)),
  '--map-turn': `${bearing}deg`,
});

function standingGroup(group: SVGElement, layer: CircleLayer, shape: Standing, { circles, grid }: ShapeFile) {
  const edge = `stroke:var(--map-land);stroke-width:${2 * EDGE_PX};stroke-linejoin:round;paint-order:stroke`;
  group.setAttribute('style', `fill:var(--map-${layer.color});${edge};${opacityStyle(layer)}`);
  for (const dots of circles?.[layer.source] ?? []) {
    const d = standingPath(shape, dots[0], [0, 0]);
    for (const point of dotsIn(dots)) group.append(standingElement(d, point, grid));
  }
  return group;
}

/** A dot is a line of no length with round ends: so it has its size at every scale. */
function circlesElement(layer: CircleLayer, file: ShapeFile): SVGElement | null {
  const sizes = file.circles?.[layer.source];
  if (!sizes) return null;
  const group = document.createElementNS(SVG, 'g');
  if (layer.shape) return standingGroup(group, layer, layer.shape, file);
  group.setAttribute('style', opacityStyle(layer));
  for (const dots of sizes) {
    const d = dotsIn(dots).map(([x, y]) => `M${x} ${y}h0`);
    for (const style of circleStyles(layer, dots[0])) group.append(pathElement(d.join(''), style) ?? '');
  }
  return group;
}

function pathElement(d: string | undefined, style: string): SVGElement | null {
  if (!d) return null;
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  path.setAttribute('vector-effect', 'non-scaling-stroke');
  path.setAttribute('style', style);
  return path;
}

/** How many files are in a drawing. */
const drawn = new WeakMap<SVGSVGElement, number>();

/** One group a layer, in which each file has its part. */
function groupOf(svg: SVGSVGElement, { id, slot }: OwnLayer): Element | null {
  const host = svg.querySelector(`[data-slot="${slot}"]`);
  const found = host?.querySelector(`[data-layer="${CSS.escape(id)}"]`);
  if (found || !host) return found ?? null;
  const group = document.createElementNS(SVG, 'g');
  group.dataset['layer'] = id;
  return host.appendChild(group);
}

/** A layer's shapes where the map shows them: on one that goes round, once more on either side. */
function copiesOf(element: SVGElement, from: DrawingGrid, to: DrawingGrid): readonly SVGElement[] {
  const { scale, x, y } = gridShift(from, to);
  return turnsOf(isDrawnRound()).map((turn) => {
    const copy = element.cloneNode(true) as SVGElement;
    copy.setAttribute('transform', `translate(${x + turn * to.size} ${y}) scale(${scale})`);
    return copy;
  });
}

/** Puts what has come since into the drawing in the page, which has a slot for it between its own layers. */
export function drawOwn(
  svg: SVGSVGElement,
  grid: DrawingGrid,
  layers: readonly OwnLayer[],
  files: readonly ShapeFile[],
): void {
  for (const file of files.slice(drawn.get(svg) ?? 0)) {
    for (const layer of layers) {
      const element = handleLayer(ELEMENTS, layer, file);
      if (element) groupOf(svg, layer)?.append(...copiesOf(element, file.grid, grid));
    }
  }
  drawn.set(svg, files.length);
}
