/** A drawing by itself, and the faces its texts are set in. */
export interface ComposedSvg {
  readonly svg: string;
  readonly families: readonly string[];
}

type Unset = readonly (readonly [property: string, value: string])[];

/** What a shape may say of its paint, each with the value it has when it says nothing. */
const PAINT: Unset = [
  ['fill', 'rgb(0, 0, 0)'],
  ['fill-opacity', '1'],
  ['stroke', 'none'],
  ['stroke-opacity', '1'],
  ['stroke-width', '1px'],
  ['stroke-dasharray', 'none'],
  ['stroke-dashoffset', '0px'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['opacity', '1'],
  ['paint-order', 'normal'],
  ['vector-effect', 'none'],
  ['clip-path', 'none'],
  ['mask', 'none'],
  ['filter', 'none'],
];
const TYPE: Unset = [
  ['font-family', ''],
  ['font-size', ''],
  ['font-weight', '400'],
  ['font-style', 'normal'],
  ['letter-spacing', 'normal'],
  ['text-anchor', 'start'],
  ['dominant-baseline', 'auto'],
  ['direction', 'ltr'],
];

function createSvgElement<Name extends keyof SVGElementTagNameMap>(name: Name): SVGElementTagNameMap[Name] {
  return document.createElementNS('http://www.w3.org/2000/svg', name);
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** What a `use` stands for, in its place. */
function unfold(use: SVGUseElement): void {
  const target = document.querySelector(use.getAttribute('href') ?? '');
  const group = createSvgElement('g');
  for (const { name, value } of use.attributes) if (name !== 'href') group.setAttribute(name, value);
  const copy = target?.cloneNode(true) as Element | undefined;
  const isFrame = copy !== undefined && ['symbol', 'svg'].includes(copy.tagName);
  if (copy) group.append(...(isFrame ? copy.childNodes : [copy]));
  for (const one of group.querySelectorAll('[id]')) one.removeAttribute('id');
  use.replaceWith(group);
}

function unfoldAll(root: Element): void {
  for (let use = root.querySelector('use'); use; use = root.querySelector('use')) unfold(use);
}

function dropClasses(element: Element): void {
  const own = ['class', 'style', 'role', 'aria-labelledby', 'aria-hidden'];
  const names = [...element.attributes].map(({ name }) => name);
  for (const name of names) if (own.includes(name) || name.startsWith('data-')) element.removeAttribute(name);
}

/** Addresses within the drawing, without the page's own before them. */
function within(value: string): string {
  return value.replaceAll('"', "'").replace(/url\('[^'#]*(#[^']+)'\)/g, 'url($1)');
}

function writePaint(to: Element, style: CSSStyleDeclaration, properties: Unset): void {
  for (const [name, unset] of properties) {
    const value = style.getPropertyValue(name);
    if (value === unset || value === '') to.removeAttribute(name);
    else to.setAttribute(name, within(value));
  }
}

/** Writes into a copy what the page's style sheets say of the original, and of all in it. */
function dress(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  dropClasses(to);
  if (style.display === 'none' || style.visibility === 'hidden') {
    to.setAttribute('display', 'none');
    return;
  }
  writePaint(to, style, ['text', 'tspan'].includes(from.tagName) ? [...PAINT, ...TYPE] : PAINT);
  [...from.children].forEach((child, index) => {
    const other = to.children[index];
    if (other) dress(child, other);
  });
}

function copyOf(sheet: SVGSVGElement): SVGGElement {
  unfoldAll(sheet);
  const copy = sheet.cloneNode(true) as SVGSVGElement;
  dress(sheet, copy);
  const group = createSvgElement('g');
  group.append(...copy.childNodes);
  for (const hidden of group.querySelectorAll('[display="none"]')) hidden.remove();
  return group;
}

function toSvgLength(value: string): number {
  return Number.parseFloat(value) || 0;
}

/** The pictures as text, by their addresses. */
async function readPictures(images: readonly HTMLImageElement[]): Promise<ReadonlyMap<string, string>> {
  const read = async (src: string): Promise<readonly [string, string]> => {
    const bitmap = await createImageBitmap(await (await fetch(src)).blob());
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    // Programs that draw know PNG; few of them know WebP.
    return [src, canvas.toDataURL('image/png')];
  };
  return new Map(await Promise.all([...new Set(images.map(({ src }) => src))].map(read)));
}

/** What of the stage a ground has, as four lengths from its edges. */
function clipBoxOf(ground: Element, stage: HTMLElement): SVGRectElement | null {
  const inset = /^inset\((.+)\)$/.exec(getComputedStyle(ground).clipPath)?.[1];
  if (inset === undefined) return null;
  const [top = 0, right = top, bottom = top, left = right] = inset.split(' ').map(toSvgLength);
  const rect = createSvgElement('rect');
  setAll(rect, { x: left, y: top, width: stage.clientWidth - left - right, height: stage.clientHeight - top - bottom });
  return rect;
}

/** Satellite pictures and scans over the map, each laid as in the page. */
async function groundsOf(stage: HTMLElement): Promise<readonly SVGElement[]> {
  const grounds = [...stage.querySelectorAll('.grounds > .ground')];
  const images = grounds.flatMap((ground) => [...ground.querySelectorAll('img')]);
  const read = await readPictures(images);
  return grounds.flatMap((ground, index) => {
    const group = createSvgElement('g');
    group.setAttribute('opacity', getComputedStyle(ground).opacity);
    for (const image of ground.querySelectorAll('img')) {
      const { a, b, c, d, e, f } = new DOMMatrix(getComputedStyle(image).transform);
      const picture = createSvgElement('image');
      setAll(picture, { href: read.get(image.src) ?? '', width: image.width, height: image.height });
      setAll(picture, { preserveAspectRatio: 'none', transform: `matrix(${[a, b, c, d, e, f].join(' ')})` });
      group.append(picture);
    }
    const box = clipBoxOf(ground, stage);
    if (box === null) return [group];
    const clip = createSvgElement('clipPath');
    clip.id = `ground-clip-${index}`;
    clip.append(box);
    group.setAttribute('clip-path', `url(#${clip.id})`);
    return [clip, group];
  });
}

/** Words of an element on one line, in which names keep to themselves, as in `bdi`. */
function isolatedWords(element: HTMLElement | null): string {
  const copy = element?.cloneNode(true) as HTMLElement | undefined;
  for (const name of copy?.querySelectorAll('bdi') ?? []) name.textContent = `\u2068${name.textContent}\u2069`;
  return copy?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
}

function creditsOf(stage: HTMLElement): SVGTextElement {
  const credits = stage.querySelector<HTMLElement>('.attribution .full');
  const shown = [...stage.querySelectorAll<HTMLElement>('.attribution [data-ground-credit]:not([hidden])')];
  const { direction, fontFamily, fontSize, color } = getComputedStyle(credits ?? stage);
  const { left, right, top, bottom } = (credits ?? stage).getBoundingClientRect();
  const text = createSvgElement('text');
  const words = [credits, ...shown].map(isolatedWords);
  text.textContent = words.filter(Boolean).join(' · ');
  // Letters reach a third as far below their line as above it.
  const y = (top + bottom) / 2 + toSvgLength(fontSize) / 3;
  const x = direction === 'rtl' ? left : right;
  setAll(text, { x, y, 'text-anchor': 'end', direction, fill: color, 'font-size': fontSize });
  if (shown.length > 0) {
    const paper = getComputedStyle(stage).getPropertyValue('--map-paper').trim();
    setAll(text, { stroke: paper, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' });
  }
  text.setAttribute('font-family', fontFamily.replaceAll('"', "'"));
  return text;
}

async function compose(): Promise<ComposedSvg> {
  const stage = document.querySelector<HTMLElement>('.stage');
  if (!stage) throw new Error('There is no map.');
  const { clientWidth: width, clientHeight: height } = stage;
  const out = createSvgElement('svg');
  setAll(out, { viewBox: `0 0 ${width} ${height}`, width, height });
  const [map, marks] = ['svg.svg-stage', 'svg.annotation-layer'].map((selector) => {
    const sheet = stage.querySelector<SVGSVGElement>(selector);
    return sheet ? [copyOf(sheet)] : [];
  });
  out.append(...(map ?? []), ...(await groundsOf(stage)), ...(marks ?? []));
  out.append(creditsOf(stage));
  const families = [...out.querySelectorAll('text')].map((text) => text.getAttribute('font-family') ?? '');
  return { svg: new XMLSerializer().serializeToString(out), families: [...new Set(families)] };
}

const IN_PAGE = [
  ...[
    createSvgElement,
    setAll,
    unfold,
    unfoldAll,
    dropClasses,
    within,
    writePaint,
    dress,
    copyOf,
    toSvgLength,
    readPictures,
    clipBoxOf,
    groundsOf,
    isolatedWords,
    creditsOf,
    compose,
  ],
];

/**
 * Script that a page runs: the map and its marks as one SVG (`ComposedSvg`), in which every shape says its own colours, so
 * that programs that know no style sheets show the same.
 */
export const COMPOSE_SVG = `(() => {
const PAINT = ${JSON.stringify(PAINT)};
const TYPE = ${JSON.stringify(TYPE)};
${IN_PAGE.map(String).join('\n')}
return compose();
})()`;
