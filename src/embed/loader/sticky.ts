/** Properties whose presence makes an element a box of its own, out of which nothing sticks to the screen. */
const CONTAINING = ['transform', 'translate', 'rotate', 'scale', 'filter', 'perspective', 'backdropFilter'] as const;

const scrolls = ({ overflowX, overflowY }: CSSStyleDeclaration): boolean =>
  [overflowX, overflowY].some((overflow) => overflow !== 'visible' && overflow !== 'clip');

function isHindrance(style: CSSStyleDeclaration): boolean {
  const contains = /paint|strict|content|layout/.test(style.contain) || style.contentVisibility === 'auto';
  return contains || CONTAINING.some((name) => !/^(none)?$/.test(style[name] ?? ''));
}

/** The body's overflow is the screen's, unless the root has one of its own. */
const isViewport = (element: Element): boolean => {
  const { body, documentElement } = document;
  return element === documentElement || (element === body && !scrolls(getComputedStyle(documentElement)));
};

/** Whether an element could stick to the screen while the page scrolls: an ancestor may make that impossible. */
export function canStick(element: Element): boolean {
  for (let box = element.parentElement; box; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (isHindrance(style) || (scrolls(style) && !isViewport(box))) return false;
  }
  return true;
}
