import type { FrameMessage, HostMessage } from '../protocol.ts';
import { type DrivenPlace, progressIn, screenAnd, scrollTo } from './drive-geometry.ts';
import { growUnseen } from './growth.ts';
import { setPrintableStyle, setStyle } from './important-style.ts';

type Size = Extract<FrameMessage, { readonly type: 'size' }>;

const topOffsetOf = ({ dataset }: HTMLElement): number => {
  const offset = Number(dataset['topOffset']);
  return offset > 0 ? Math.min(offset, window.innerHeight / 2) : 0;
};

/** Browsers that do not tell measure zoomed elements in other ways. */
const zoomOf = ({ currentCSSZoom = 1 }: { readonly currentCSSZoom?: number }): number => currentCSSZoom;

/** In small viewport heights where the browser knows them: a phone's address bar that goes away moves nothing. */
const UNITS = ['vh', 'svh'] as const;

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

/** Lets the host page's own scrolling tell the story: the frame sticks to the screen inside a place as long as the story. */
export class ScrollDrive {
  readonly #host: HTMLElement;
  readonly #iframe: HTMLIFrameElement;
  readonly #say: (message: HostMessage) => void;
  readonly #unwatch: () => void;
  #wantedPx = 0;
  #lengthPx = 0;
  #progress = 0;
  #widthPx = window.innerWidth;

  constructor(host: HTMLElement, iframe: HTMLIFrameElement, say: (message: HostMessage) => void) {
    this.#host = host;
    this.#iframe = iframe;
    this.#say = say;
    this.#fit();
    this.#unwatch = watchPlace(host, () => this.#update(false));
  }

  /** The frame has measured its story. */
  setSize(size: Size): void {
    this.#wantedPx = Math.round(size.lengthPx);
    this.#update(true);
  }

  /** Scrolls the host page to where the frame was scrolled from within. */
  reveal(progress: number): void {
    if (!isRead(this.#host)) return;
    this.#lengthPx = this.#wantedPx;
    this.#fit();
    this.#goTo(progress);
    this.#update(false);
  }

  destroy(): void {
    this.#unwatch();
  }

  #fit(): void {
    const offset = topOffsetOf(this.#host);
    const zoom = zoomOf(this.#host);
    setPrintableStyle(this.#iframe, { position: 'sticky', top: `${offset}px` });
    for (const unit of UNITS) {
      setPrintableStyle(this.#iframe, { 'block-size': screenAnd(unit, -offset, zoom) });
      setStyle(this.#host, { 'block-size': screenAnd(unit, this.#lengthPx - offset, zoom) });
    }
  }

  #place(): DrivenPlace {
    return {
      topPx: this.#host.getBoundingClientRect().top,
      offsetPx: topOffsetOf(this.#host),
      lengthPx: this.#lengthPx,
      zoom: zoomOf(this.#host),
    };
  }

  #goTo(progress: number): void {
    const by = scrollTo(this.#place(), progress);
    if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' });
  }

  /** What is being read stays where it is when the story becomes longer or the page is laid out anew. */
  #hold(change: () => void): void {
    const isHeld = this.#progress > 0 && this.#progress < 1 && isRead(this.#host);
    change();
    if (isHeld) this.#goTo(this.#progress);
  }

  #grow(): void {
    if (this.#lengthPx === this.#wantedPx) return;
    // The reader may have scrolled on in this very frame.
    this.#progress = progressIn(this.#place());
    growUnseen(this.#host, () =>
      this.#hold(() => {
        this.#lengthPx = this.#wantedPx;
        this.#fit();
      }),
    );
  }

  #update(isAsked: boolean): void {
    const before = this.#progress;
    if (window.innerWidth !== this.#widthPx) this.#hold(() => this.#fit());
    this.#widthPx = window.innerWidth;
    this.#grow();
    this.#progress = progressIn(this.#place());
    if (isAsked || this.#progress !== before) this.#say({ type: 'progress', progress: this.#progress });
  }
}
