/** A drawing by itself, and the faces its texts are set in. */
export interface ComposedSvg {
  readonly svg: string;
  readonly families: readonly string[];
}

/**
 * Runs in the page, and so holds all it needs: the map and its marks as one SVG, in which every shape says its own
 * colours, so that programs that know no style sheets show the same.
 */
export function composeSvg(): ComposedSvg {
  const SVG = 'http://www.w3.org/2000/svg';
  const PAINT = [
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
  ] as const;
  const TYPE = [
    ['font-family', ''],
    ['font-size', ''],
    ['font-weight', '400'],
    ['font-style', 'normal'],
    ['letter-spacing', 'normal'],
    ['text-anchor', 'start'],
    ['dominant-baseline', 'auto'],
    ['direction', 'ltr'],
  ] as const;
  const stage = document.querySelector<HTMLElement>('.stage');
  if (!stage) throw new Error('There is no map.');
  const families = new Set<string>();

  const unfold = (use: SVGUseElement): void => {
    const target = document.querySelector(use.getAttribute('href') ?? '');
    if (!target) {
      use.remove();
      return;
    }
    const group = document.createElementNS(SVG, 'g');
    for (const { name, value } of use.attributes) if (name !== 'href') group.setAttribute(name, value);
    const copy = target.cloneNode(true) as Element;
    const isFrame = ['symbol', 'svg'].includes(copy.tagName);
    group.append(...(isFrame ? [...copy.childNodes] : [copy]));
    for (const one of [copy, ...group.querySelectorAll('[id]')]) one.removeAttribute('id');
    use.replaceWith(group);
  };
  const unfoldAll = (root: Element): void => {
    for (let use = root.querySelector('use'); use; use = root.querySelector('use')) unfold(use);
  };

  const dropClasses = (element: Element): void => {
    const names = [...element.attributes].map(({ name }) => name);
    const own = ['class', 'style', 'role', 'aria-labelledby', 'aria-hidden'];
    for (const name of names) if (own.includes(name) || name.startsWith('data-')) element.removeAttribute(name);
  };
  /** Addresses within the drawing, without the page's own before them. */
  const within = (value: string): string => value.replaceAll('"', "'").replace(/url\('[^'#]*(#[^']+)'\)/g, 'url($1)');
  const paint = (to: Element, style: CSSStyleDeclaration, properties: readonly (readonly [string, string])[]): void => {
    for (const [name, unset] of properties) {
      const value = style.getPropertyValue(name);
      if (value === unset || value === '') to.removeAttribute(name);
      else to.setAttribute(name, within(value));
    }
  };
  const dress = (from: Element, to: Element): void => {
    const style = getComputedStyle(from);
    const isText = from.tagName === 'text' || from.tagName === 'tspan';
    dropClasses(to);
    if (style.display === 'none' || style.visibility === 'hidden') {
      to.setAttribute('display', 'none');
      return;
    }
    paint(to, style, isText ? [...PAINT, ...TYPE] : PAINT);
    if (isText) families.add(style.fontFamily);
    [...from.children].forEach((child, index) => {
      const other = to.children[index];
      if (other) dress(child, other);
    });
  };

  const sheets = ['svg.svg-stage', 'svg.annotation-layer'].map((selector) =>
    stage.querySelector<SVGSVGElement>(selector),
  );
  const out = document.createElementNS(SVG, 'svg');
  const { clientWidth: width, clientHeight: height } = stage;
  out.setAttribute('viewBox', `0 0 ${width} ${height}`);
  out.setAttribute('width', String(width));
  out.setAttribute('height', String(height));
  for (const sheet of sheets) {
    if (!sheet) continue;
    unfoldAll(sheet);
    const copy = sheet.cloneNode(true) as SVGSVGElement;
    dress(sheet, copy);
    const group = document.createElementNS(SVG, 'g');
    group.append(...copy.childNodes);
    out.append(group);
  }
  for (const hidden of out.querySelectorAll('[display="none"]')) hidden.remove();
  const credits = stage.querySelector<HTMLElement>('.attribution .full');
  const note = document.createElementNS(SVG, 'text');
  const look = getComputedStyle(credits ?? stage);
  const isRtl = look.direction === 'rtl';
  note.textContent = credits?.textContent?.trim() ?? '';
  const attributes = {
    x: isRtl ? 12 : width - 12,
    y: height - 10,
    'text-anchor': 'end',
    'font-size': '11px',
    'font-family': look.fontFamily.replaceAll('"', "'"),
    direction: isRtl ? 'rtl' : 'ltr',
    fill: look.color,
    stroke: 'rgb(255, 255, 255)',
    'stroke-opacity': 0,
  };
  for (const [name, value] of Object.entries(attributes)) note.setAttribute(name, String(value));
  families.add(look.fontFamily);
  out.append(note);
  return { svg: new XMLSerializer().serializeToString(out), families: [...families] };
}
