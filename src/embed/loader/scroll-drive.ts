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

export function createScrollDrive(
  host: HTMLElement,
  iframe: HTMLIFrameElement,
  say: (message: HostMessage) => void,
): ScrollDrive {
  let [wantedPx, travelPx, said] = [0, 0, -1];
  const place = (): DOMRect => host.getBoundingClientRect();
  const grow = (): void => {
    travelPx = wantedPx;
    setBlockSize(host, travelPx - topOffsetOf(host));
  };
  const update = (): void => {
    const { top, bottom } = place();
    // Whatever stands below is out of sight then, and nothing in sight moves.
    if (travelPx !== wantedPx && bottom >= window.innerHeight - 1) grow();
    const progress = travelPx > 0 ? Math.min(1, Math.max(0, (topOffsetOf(host) - top) / travelPx)) : 0;
    if (progress !== said) say({ type: 'progress', progress });
    said = progress;
  };
  const fit = (): void => {
    const offset = topOffsetOf(host);
    setStyle(iframe, { position: 'sticky', top: `${offset}px` });
    setBlockSize(iframe, -offset);
    setBlockSize(host, travelPx - offset);
  };
  const isRead = (): boolean => {
    const { top, bottom } = place();
    const visiblePx = Math.min(bottom, window.innerHeight) - Math.max(top, 0);
    return document.activeElement === host || visiblePx > window.innerHeight / 2;
  };
  fit();
  return {
    setSize(size) {
      wantedPx = Math.round(size.travelPx);
      said = -1;
      update();
    },
    reveal(progress) {
      if (!isRead()) return;
      grow();
      const { top } = place();
      const by = top - topOffsetOf(host) + progress * travelPx;
      window.scrollBy({ top: by, behavior: 'instant' });
      update();
    },
    destroy: watchPlace(host, update),
  };
}
