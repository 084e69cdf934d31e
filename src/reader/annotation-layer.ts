import type { BaseType, Selection } from 'd3';
import { select } from 'd3';
import type { Camera } from '../geo/lng-lat.ts';
import type { DrawingGrid } from '../static-map/drawing-transform.ts';
import { drawingTransform } from '../static-map/drawing-transform.ts';
import { markAttributes } from '../static-map/mark-attributes.ts';
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

function writeMark(element: Element, mark: Mark, sizeClass: SizeClass): void {
  if (mark === shown.get(element)) return;
  shown.set(element, mark);
  const { attributes, text } = markAttributes(mark, sizeClass);
  writeAttributes(element, { ...attributes, 'data-key': mark.key });
  if (text !== undefined && element.textContent !== text) element.textContent = text;
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
  return {
    show(marks, camera, viewport, sizeClass) {
      setAttribute(svg, 'viewBox', `0 0 ${viewport.width} ${viewport.height}`);
      setAttribute(svg, 'class', `annotation-layer map-svg size-${sizeClass}`);
      if (marks.some(isClipped)) {
        setAttribute(homeClip, 'transform', drawingTransform(grid, camera, viewport.width, viewport.height));
      }
      // Marks that stand still are the very same objects.
      const isStill = marks.length === before.length && marks.every((mark, at) => mark === before[at]);
      before = marks;
      if (isStill) return;
      marksGroup
        .selectAll<SVGElement, Mark>(':scope > *')
        .data(marks, (mark) => mark.key)
        .join((enter) => enter.append((mark) => createElement(svg, mark, sizeClass)))
        .order()
        .each(function (this: BaseType, mark) {
          if (this instanceof Element) writeMark(this, mark, sizeClass);
        });
    },
    destroy: () => {
      marksGroup.remove();
    },
  };
}

function createElement(svg: SVGSVGElement, mark: Mark, sizeClass: SizeClass): SVGElement {
  const { tag } = markAttributes(mark, sizeClass);
  const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', tag);
  return element as SVGElement;
}
