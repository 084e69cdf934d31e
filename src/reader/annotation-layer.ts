import type { Selection } from 'd3';
import { select } from 'd3';
import type { Camera } from '../geo/lng-lat.ts';
import type { DrawingGrid } from '../static-map/drawing-transform.ts';
import { drawingTransform } from '../static-map/drawing-transform.ts';
import { type MarkElement, markAttributes } from '../static-map/mark-attributes.ts';
import type { SizeClass } from '../story/layout.ts';
import type { Mark } from '../story/mark.ts';
import type { Viewport } from '../story/scene.ts';
import { setAttribute } from './set-attribute.ts';

/** The SVG over the map. */
export interface AnnotationLayer {
  show(marks: readonly Mark[], camera: Camera, viewport: Viewport, sizeClass: SizeClass): void;
  destroy(): void;
}

type Attributes = Readonly<Record<string, string>>;

const written = new WeakMap<Element, Attributes>();

/** Writes only what differs from what the element already says. */
function writeAttributes(element: Element, next: Attributes): void {
  const before = written.get(element) ?? {};
  for (const [name, value] of Object.entries(next)) {
    if (before[name] !== value) element.setAttribute(name, value);
  }
  for (const name of Object.keys(before)) {
    if (!(name in next)) element.removeAttribute(name);
  }
  written.set(element, next);
}

const shown = new WeakMap<Element, Mark>();

/** A text that moves is laid out anew, letter by letter; a group that moves takes the one in it along. */
function writeText(group: Element, { attributes, text = '' }: MarkElement, key: string): void {
  const { x = '0', y = '0', ...rest } = attributes;
  writeAttributes(group, { transform: `translate(${x} ${y})` });
  const [element] = group.children;
  if (!element) return;
  writeAttributes(element, { ...rest, 'data-key': key });
  if (element.textContent !== text) element.textContent = text;
}

function writeMark(element: Element, mark: Mark, sizeClass: SizeClass): void {
  // Marks that stand still are the very same objects.
  if (mark === shown.get(element)) return;
  shown.set(element, mark);
  const drawn = markAttributes(mark, sizeClass);
  if (mark.type === 'text') writeText(element, drawn, mark.key);
  else writeAttributes(element, { ...drawn.attributes, 'data-key': mark.key });
}

const isClipped = (mark: Mark): boolean => mark.type === 'path' && mark.clip !== undefined;

/**
 * Joins marks to SVG elements by key. Marks are in screen pixels, so the layer has no camera of its own; only the clip
 * to the home country is drawn from the shared drawing of the basemap and has to follow the camera.
 */
export function createAnnotationLayer(svg: SVGSVGElement, grid: DrawingGrid): AnnotationLayer {
  const root: Selection<SVGSVGElement, unknown, null, undefined> = select(svg);
  const marksGroup = root.append('g');
  const homeClip = svg.ownerDocument.querySelector('#clip-home use');
  let before: readonly Mark[] = [];
  let elements: readonly SVGElement[] = [];
  const join = (marks: readonly Mark[]): readonly SVGElement[] =>
    marksGroup
      .selectAll<SVGElement, Mark>(':scope > *')
      .data(marks, (mark) => mark.key)
      .join((enter) => enter.append((mark) => createElement(svg, mark)))
      .order()
      .nodes();
  return {
    show(marks, camera, viewport, sizeClass) {
      setAttribute(svg, 'viewBox', `0 0 ${viewport.width} ${viewport.height}`);
      setAttribute(svg, 'class', `annotation-layer map-svg size-${sizeClass}`);
      if (marks.some(isClipped)) {
        setAttribute(homeClip, 'transform', drawingTransform(grid, camera, viewport.width, viewport.height));
      }
      const isJoined = marks.length === before.length && marks.every((mark, at) => mark.key === before[at]?.key);
      if (!isJoined) elements = join(marks);
      for (const [at, mark] of marks.entries()) {
        const element = elements[at];
        if (element) writeMark(element, mark, sizeClass);
      }
      before = marks;
    },
    destroy: () => {
      marksGroup.remove();
    },
  };
}

function createElement({ ownerDocument }: SVGSVGElement, { type }: Mark): SVGElement {
  const element = ownerDocument.createElementNS('http://www.w3.org/2000/svg', type);
  if (type !== 'text') return element;
  const group = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.append(element);
  return group;
}
