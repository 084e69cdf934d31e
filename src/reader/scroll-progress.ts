import scrollama from 'scrollama';
import { layoutFor } from '../story/layout.ts';
import type { Viewport } from '../story/scene.ts';
import type { Knots } from '../story/scroll.ts';
import { knotsOf, landingOf, orderKnots, progressAtScroll } from '../story/scroll.ts';
import type { Story } from '../story/story.ts';
import type { LateLayout } from './late-layout.ts';

export interface ScrollProgress {
  /** Exact progress for the scroll position of now. Reads one number from the page, no layout. */
  read(): number;
  /** Scroll position at which a link to the section arrives. */
  landing(index: number): number;
  /** Measures the sections again; call when the viewport has changed. */
  measure(viewport: Viewport): void;
  destroy(): void;
}

interface Listeners {
  /** Scrollama's word on which section is being read. */
  onSection(index: number): void;
  /** The page's layout changed by itself: a font arrived, a section grew. */
  onLayout(): void;
}

/** Share of the screen's height at which a section counts as the one being read: the middle of where text is. */
const SECTION_LINE = 0.5;
const ROWS_SECTION_LINE = 0.8;

const isRows = (viewport: Viewport): boolean =>
  layoutFor(viewport, { layout: 'column', side: 'start', width: 'normal' }).kind === 'rows';

function measureSections(
  story: Story,
  elements: readonly HTMLElement[],
  viewport: Viewport,
  late: LateLayout,
): readonly Knots[] {
  const scrolled = window.scrollY;
  const knots = elements.map((element, index) => {
    const section = story.sections[index];
    if (!section) throw new RangeError(`The page has more sections than story "${story.slug}"`);
    const layout = layoutFor(viewport, section.card);
    // To ask for the text of a section not laid out yet would lay it out.
    const text = late.isGuessed(element) ? element : (element.querySelector<HTMLElement>('.card') ?? element);
    const outer = element.getBoundingClientRect();
    const inner = text.getBoundingClientRect();
    const geometry = {
      top: outer.top + scrolled,
      bottom: outer.bottom + scrolled,
      textTop: inner.top + scrolled,
      textBottom: inner.bottom + scrolled,
    };
    return knotsOf(geometry, layout, viewport.height);
  });
  const main = elements[0]?.parentElement ?? document.body;
  const end = main.getBoundingClientRect().bottom + scrolled - viewport.height;
  const furthest = document.documentElement.scrollHeight - window.innerHeight;
  return orderKnots(knots, Math.min(end, furthest), furthest);
}

function watchSections(
  elements: readonly HTMLElement[],
  viewport: Viewport,
  { onSection }: Pick<Listeners, 'onSection'>,
) {
  return scrollama()
    .setup({ step: [...elements], offset: isRows(viewport) ? ROWS_SECTION_LINE : SECTION_LINE })
    .onStepEnter(({ index }) => onSection(index));
}

/**
 * Scrollama says which section is active; progress itself is computed from cached geometry, since Scrollama reports it
 * in threshold steps.
 */
export function createScrollProgress(
  story: Story,
  elements: readonly HTMLElement[],
  first: Viewport,
  late: LateLayout,
  listeners: Listeners,
): ScrollProgress {
  let viewport = first;
  let knots = measureSections(story, elements, viewport, late);
  const watch = () => watchSections(elements, viewport, listeners);
  let scroller = late.isPending() ? null : watch();
  const measure = (next: Viewport): void => {
    const turned = isRows(next) !== isRows(viewport);
    viewport = next;
    knots = measureSections(story, elements, viewport, late);
    if (late.isPending()) return;
    if (scroller && !turned) {
      scroller.resize();
      return;
    }
    scroller?.destroy();
    scroller = watch();
  };
  const observer = new ResizeObserver(() => {
    // Until then the reader is at the opening, and all that grows is below.
    if (late.isPending()) return;
    measure(viewport);
    listeners.onLayout();
  });
  for (const element of elements) observer.observe(element);
  return {
    read: () => progressAtScroll(knots, window.scrollY),
    landing: (index) => Math.round(landingOf(knots, index)),
    measure,
    destroy() {
      observer.disconnect();
      scroller?.destroy();
    },
  };
}
