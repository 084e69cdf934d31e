import type { Page } from 'playwright/test';

/** Where the focus is. */
export interface Stop {
  readonly name: string;
  readonly section: string;
  /** What lies over the middle of the focused element, or null where that is the element itself. */
  readonly hiddenBy: string | null;
  readonly outlinePx: number;
  /** Place in the document, to see that the focus follows it. */
  readonly order: number;
}

/** The element that has the focus, once the browser has scrolled to it. */
export function readFocus(page: Page): Promise<Stop | null> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const [box] = element.getClientRects();
    if (!box) return null;
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const stage = document.querySelector('.stage');
    const stageBottom = Number.parseFloat(getComputedStyle(stage ?? element).getPropertyValue('--stage-height'));
    // The stage lets the pointer through, so it has to be asked for by itself: in rows it covers the text above its edge.
    const inFlow = element.closest('.section:is([data-layout="column"], [data-layout="top"])') !== null;
    const rows = matchMedia('(max-width: 699px) and (orientation: portrait)').matches;
    const underStage = stage !== null && rows && inFlow && box.top < stageBottom - 1;
    const covered = over !== null && over !== element && !element.contains(over) && !over.contains(element);
    const style = getComputedStyle(element);
    return {
      name: `${element.tagName} ${element.getAttribute('href') ?? element.textContent.trim()}`,
      section: element.closest('main > section')?.id ?? '',
      hiddenBy: underStage ? 'the map' : covered ? over.outerHTML.slice(0, 80) : null,
      outlinePx: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
      // Marks on the map come and go on the way, and nothing there takes the focus.
      order: [...document.querySelectorAll('*:not(.annotation-layer *)')].indexOf(element),
    };
  });
}
