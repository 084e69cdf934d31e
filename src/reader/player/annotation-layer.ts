import { select } from 'd3';
import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import { drawingTransform } from '../../basemap/drawing/drawing-transform.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import type { SceneMark } from '../../marks/mark.ts';
import { groupAttributes, isClipped, markAttributes } from '../../marks/mark-attributes.ts';
import type { SizeClass } from '../../story/layout.ts';
import type { Viewport } from '../../story/scene.ts';
import { setAttribute } from './set-attribute.ts';

/** The SVG over the map. */
export interface AnnotationLayer {
  show(marks: readonly SceneMark[], camera: Camera, viewport: Viewport, sizeClass: SizeClass): void;
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

/** What an element shows. */
const shown = new WeakMap<Element, SceneMark>();

/** Marks that stand still are the very same objects, or objects that say the very same. */
function isSameMark(before: SceneMark | undefined, mark: SceneMark): boolean {
  if (before === mark || !before) return before === mark;
  const entries = Object.entries(mark);
  return (
    entries.length === Object.keys(before).length &&
    entries.every(([name, value]) => Reflect.get(before, name) === value)
  );
}

interface Joined {
  readonly marks: readonly SceneMark[];
  readonly elements: readonly SVGElement[];
}

const joined = new WeakMap<Element, Joined>();

function createElement({ ownerDocument }: SVGElement, { type }: SceneMark): SVGElement {
  const tag = type === 'group' || type === 'anchored' || type === 'projected' ? 'g' : type;
  return ownerDocument.createElementNS('http://www.w3.org/2000/svg', tag);
}

const join = (parent: SVGElement, marks: readonly SceneMark[]): readonly SVGElement[] =>
  select(parent)
    .selectAll<SVGElement, SceneMark>(':scope > *')
    .data(marks, (mark) => mark.key)
    .join((enter) => enter.append((mark) => createElement(parent, mark)))
    .order()
    .nodes();

/** @param outer what keys begin with in here */
function showIn(parent: SVGElement, marks: readonly SceneMark[], outer = ''): void {
  const before = joined.get(parent);
  if (marks === before?.marks) return;
  const isJoined = marks.length === before?.marks.length && marks.every(({ key }, at) => key === before.marks[at]?.key);
  const elements = isJoined ? before.elements : join(parent, marks);
  for (const [at, mark] of marks.entries()) {
    const element = elements[at];
    if (element && !isSameMark(shown.get(element), mark)) writeMark(element, mark, outer);
  }
  joined.set(parent, { marks, elements });
}

function writeMark(element: SVGElement, mark: SceneMark, outer: string): void {
  shown.set(element, mark);
  const key = `${outer}${mark.key}`;
  if (mark.type === 'group' || mark.type === 'anchored' || mark.type === 'projected') {
    writeAttributes(element, { ...groupAttributes(mark), 'data-key': key });
    showIn(element, mark.marks, mark.type === 'group' ? '' : `${key}:`);
    return;
  }
  const { attributes, text } = markAttributes(mark);
  writeAttributes(element, { ...attributes, 'data-key': key });
  if (text !== undefined && element.textContent !== text) element.textContent = text;
}

/**
 * Joins marks to SVG elements by key. Marks are in screen pixels, so the layer has no camera of its own; only the clip
 * to the home country is drawn from the shared drawing of the basemap and has to follow the camera.
 */
export function createAnnotationLayer(svg: SVGSVGElement, grid: DrawingGrid): AnnotationLayer {
  const root = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g');
  svg.append(root);
  const homeClip = svg.ownerDocument.querySelector('#clip-home use');
  return {
    show(marks, camera, viewport, sizeClass) {
      setAttribute(svg, 'viewBox', `0 0 ${viewport.width} ${viewport.height}`);
      setAttribute(svg, 'class', `annotation-layer map-svg size-${sizeClass}`);
      if (marks.some(isClipped)) {
        setAttribute(homeClip, 'transform', drawingTransform(grid, camera, viewport.width, viewport.height));
      }
      showIn(root, marks);
    },
    destroy: () => root.remove(),
  };
}
