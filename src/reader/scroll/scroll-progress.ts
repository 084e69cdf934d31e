import scrollama from 'scrollama';
import { layoutFor } from '../../story/layout.ts';
import type { Viewport } from '../../story/scene.ts';
import type { ScrollStops } from '../../story/scroll.ts';
import { landingOf, orderScrollStops, progressAtScroll, scrollStopsOf } from '../../story/scroll.ts';
import type { Story } from '../../story/story.ts';
import type { DeferredLayout } from './deferred-layout.ts';

export interface ScrollProgress {
  /**
   * Exact progress for the scroll position of now. Reads one number from the page and no layout, but where a reader of a
   * long story comes to the end of the sections that are watched.
   */
  read(): number;
  /** Scroll position at which a link to the section arrives. */
  landing(index: number): number;
  /** Measures the sections again; call when the viewport has changed. */
  measure(viewport: Viewport): void;
  destroy(): void;
}

interface Listeners {
  /** Scrollama: a section has come to the prefetch line. What the sections around it need can be started. */
  onSectionEntered(): void;
  /** The page's layout changed by itself: a font arrived, a section grew. */
  onLayout(): void;
}

/** Share of the screen's height at which a section counts as entered: the middle of where text is. */
const PREFETCH_LINE = 0.5;
const ROWS_PREFETCH_LINE = 0.8;

const isRows = (viewport: Viewport): boolean =>
  layoutFor(viewport, { layout: 'column', side: 'start', width: 'normal' }).kind === 'rows';

function measureSections(
  story: Story,
  elements: readonly HTMLElement[],
  viewport: Viewport,
  deferred: DeferredLayout,
): readonly ScrollStops[] {
  const scrolled = window.scrollY;
  const stops = elements.map((element, index) => {
    const section = story.sections[index];
    if (!section) throw new RangeError(`The page has more sections than story "${story.slug}"`);
    const layout = layoutFor(viewport, section.card);
    // To ask for the text of a section not laid out yet would lay it out.
    const text = deferred.isGuessed(element) ? element : (element.querySelector<HTMLElement>('.card') ?? element);
    const outer = element.getBoundingClientRect();
    const inner = text.getBoundingClientRect();
    const geometry = {
      top: outer.top + scrolled,
      bottom: outer.bottom + scrolled,
      textTop: inner.top + scrolled,
      textBottom: inner.bottom + scrolled,
    };
    return scrollStopsOf(geometry, layout, viewport.height);
  });
  const main = elements[0]?.parentElement ?? document.body;
  const end = main.getBoundingClientRect().bottom + scrolled - viewport.height;
  const furthest = document.documentElement.scrollHeight - window.innerHeight;
  return orderScrollStops(stops, Math.min(end, furthest), furthest);
}

/** Sections on either side of the reader that are watched: of a thousand, each would cost something in every frame. */
const WATCHED = 20;
/** So near the last of them, others are. */
const EDGE = 4;

/**
 * Sets Scrollama up without its listener for the direction of the scroll, which nothing here asks for: it is never taken back
 * (3.2.0), so the page would have one for each size and theme it has had, and call all of them as it scrolls.
 */
function setUp(options: Parameters<ReturnType<typeof scrollama>['setup']>[0]): ReturnType<typeof scrollama> {
  const page: Partial<Document> = document;
  page.addEventListener = () => {};
  try {
    return scrollama().setup(options);
  } finally {
    delete page.addEventListener;
  }
}

/** Scrollama over the sections around the reader. */
function createSectionWatch(elements: readonly HTMLElement[], onSectionEntered: () => void) {
  let scroller: ReturnType<typeof scrollama> | null = null;
  let due: number | null = null;
  let [from, to] = [0, 0];
  let inRows = false;
  const isAround = (index: number): boolean =>
    (from === 0 || index >= from + EDGE) && (to === elements.length || index < to - EDGE);
  const watch = (): void => {
    due = null;
    const offset = inRows ? ROWS_PREFETCH_LINE : PREFETCH_LINE;
    scroller = setUp({ step: elements.slice(from, to), offset }).onStepEnter(onSectionEntered);
  };
  const stop = (): void => {
    if (due !== null) cancelAnimationFrame(due);
    due = null;
    scroller?.destroy();
    scroller = null;
  };
  // Set up in the next frame, and anew for another size: where Scrollama hears of that itself, it watches sizes anew within a
  // ResizeObserver's own call, and whoever listens for errors on the page is told of it (“ResizeObserver loop completed with
  // undelivered notifications”).
  return {
    /** Watches from this section on; what is watched already, on the same line, stays. */
    at(index: number, viewport: Viewport): void {
      if ((scroller || due !== null) && inRows === isRows(viewport) && isAround(index)) return;
      stop();
      inRows = isRows(viewport);
      [from, to] = [Math.max(0, index - WATCHED), Math.min(elements.length, index + WATCHED + 1)];
      due = requestAnimationFrame(watch);
    },
    resize(): void {
      if (!scroller) return;
      stop();
      due = requestAnimationFrame(watch);
    },
    destroy: stop,
  };
}

/**
 * Scrollama says which section is entered, which starts what the sections around it need; progress, and with it the
 * section being read, is computed from cached geometry, since Scrollama reports it in threshold steps.
 */
export function createScrollProgress(
  story: Story,
  elements: readonly HTMLElement[],
  first: Viewport,
  deferred: DeferredLayout,
  listeners: Listeners,
): ScrollProgress {
  let viewport = first;
  let stops = measureSections(story, elements, viewport, deferred);
  const watch = createSectionWatch(elements, listeners.onSectionEntered);
  const read = (): number => {
    const progress = progressAtScroll(stops, window.scrollY);
    const index = Math.min(elements.length - 1, Math.floor(progress * elements.length));
    if (!deferred.isPending()) watch.at(index, viewport);
    return progress;
  };
  const measure = (next: Viewport): void => {
    viewport = next;
    stops = measureSections(story, elements, viewport, deferred);
    if (!deferred.isPending()) watch.resize();
  };
  // Hears of a size before Scrollama does, being there before.
  const observer = new ResizeObserver(() => {
    // Until then the reader is at the opening, and all that grows is below.
    if (deferred.isPending()) return;
    measure(viewport);
    listeners.onLayout();
  });
  for (const element of elements) observer.observe(element);
  return {
    read,
    landing: (index) => Math.round(landingOf(stops, index)),
    measure,
    destroy() {
      observer.disconnect();
      watch.destroy();
    },
  };
}
