import type { FrameMessage, HostMessage } from '../protocol.ts';
import { setStyle } from './important-style.ts';

type Size = Extract<FrameMessage, { readonly type: 'size' }>;

/** Lets the host page's own scrolling tell the story: the frame sticks to the screen inside a place as long as the story. */
export interface ScrollDrive {
  /** The frame has measured its story. */
  setSize(size: Size): void;
  /** Scrolls the host page to where the frame was scrolled from within. */
  reveal(progress: number): void;
  destroy(): void;
}

const topOffsetOf = ({ dataset }: HTMLElement): number => {
  const offset = Number(dataset['topOffset']);
  return offset > 0 ? Math.min(offset, window.innerHeight / 2) : 0;
};

/** In small viewport heights where the browser knows them: a phone's address bar that goes away moves nothing. */
function setBlockSize(element: HTMLElement, morePx: number): void {
  for (const unit of ['vh', 'svh']) setStyle(element, { 'block-size': `calc(100${unit} + ${morePx}px)` });
}

/** Calls `run` at most once a frame, after anything that may have moved the element on screen. */
function watchPlace(host: HTMLElement, run: () => void): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  let frame = 0;
  const schedule = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      run();
    });
  };
  for (const name of ['scroll', 'resize', 'load']) window.addEventListener(name, schedule, { passive: true, signal });
  // What loads late above the story makes the page longer.
  const observer = new ResizeObserver(schedule);
  for (const element of [host, document.body]) observer.observe(element);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
  return () => abort.abort();
}

/** Whether the reader has the story before them, or their keyboard in it. */
function isRead(host: HTMLElement): boolean {
  const { top, bottom } = host.getBoundingClientRect();
  const visiblePx = Math.min(bottom, window.innerHeight) - Math.max(top, 0);
  return document.activeElement === host || visiblePx > window.innerHeight / 2;
}

export function createScrollDrive(
  host: HTMLElement,
  iframe: HTMLIFrameElement,
  say: (message: HostMessage) => void,
): ScrollDrive {
  const offset = (): number => topOffsetOf(host);
  let [wantedPx, travelPx, progress, widthPx] = [0, 0, 0, window.innerWidth];
  const fit = (): void => {
    setStyle(iframe, { position: 'sticky', top: `${offset()}px` });
    setBlockSize(iframe, -offset());
    setBlockSize(host, travelPx - offset());
  };
  const goTo = (place: number): void => {
    const by = host.getBoundingClientRect().top - offset() + place * travelPx;
    if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' });
  };
  /** What is being read stays where it is when the story becomes longer or the page is laid out anew. */
  const holding = (change: () => void): void => {
    const isHeld = progress > 0 && progress < 1 && isRead(host);
    change();
    if (isHeld) goTo(progress);
  };
  const grow = (): void => {
    // Whatever stands below is out of sight then, and nothing in sight moves.
    if (travelPx === wantedPx || host.getBoundingClientRect().bottom < window.innerHeight - 1) return;
    holding(() => {
      travelPx = wantedPx;
      fit();
    });
  };
  const update = (isAsked: boolean): void => {
    if (window.innerWidth !== widthPx) holding(() => fit());
    widthPx = window.innerWidth;
    grow();
    const before = progress;
    const scrolledPx = offset() - host.getBoundingClientRect().top;
    progress = travelPx > 0 ? Math.min(1, Math.max(0, scrolledPx / travelPx)) : 0;
    if (isAsked || progress !== before) say({ type: 'progress', progress });
  };
  fit();
  return {
    setSize(size) {
      wantedPx = Math.round(size.travelPx);
      update(true);
    },
    reveal(place) {
      if (!isRead(host)) return;
      travelPx = wantedPx;
      fit();
      goTo(place);
      update(false);
    },
    destroy: watchPlace(host, () => update(false)),
  };
}
