/** Keeps a reader who asked for a section at it while fonts, pictures or a scroll still under way move the page. */
export interface Arrival {
  at(id: string): void;
  /**
   * The page's layout has changed: go there again, unless the reader has moved on. Not for a ResizeObserver's own call: what
   * comes into view by it may take another size, of which browsers complain.
   */
  renew(): void;
  /** Whether something may still pull the page on. */
  isHeld(): boolean;
  destroy(): void;
}

/** What holding needs of the window. */
export type ArrivalWindow = Pick<
  Window,
  'scrollY' | 'requestAnimationFrame' | 'cancelAnimationFrame' | 'addEventListener'
>;

/** What a reader does to move on. Dragging the scroll bar sends none of these, hence `MAX_HOLD_FRAMES`. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/**
 * A scroll that was under way (the End key glides) pulls the page on; after so many frames without a pull, and so long, it
 * is over. The browser may skip a few where frames are quick.
 */
const QUIET_FRAMES = 3;
const QUIET_MS = 150;
/** Nobody is held for more frames than this, whatever pulls. */
const MAX_HOLD_FRAMES = 60;

/** A hold, frame by frame. Times in milliseconds, as animation frames count them. */
interface Hold {
  /** The scroll position the page took last; elsewhere, something has pulled it. */
  position: number;
  /** Frames without a pull, and since when. */
  quietFrames: number;
  quietSince: number;
  frames: number;
  /** The animation frame asked for; 0 where nothing is held. */
  request: number;
}

/**
 * @param goTo scrolls to where a link to the section arrives; returns the scroll position the page took
 * @param onOver called when nothing is held any more
 */
export function createArrival(goTo: (id: string) => number, onOver: () => void, page: ArrivalWindow = window): Arrival {
  let wanted: string | null = null;
  const hold: Hold = { position: 0, quietFrames: 0, quietSince: 0, frames: 0, request: 0 };
  const { signal, abort } = listening();
  const go = (): void => {
    if (wanted !== null) hold.position = goTo(wanted);
  };
  const holdOn = (now: number): void => {
    const isPulled = page.scrollY !== hold.position;
    if (isPulled || hold.quietFrames === 0) hold.quietSince = now;
    hold.quietFrames = isPulled ? 0 : hold.quietFrames + 1;
    hold.frames += 1;
    const isQuiet = hold.quietFrames > QUIET_FRAMES && now - hold.quietSince > QUIET_MS;
    const isOver = wanted === null || isQuiet || hold.frames > MAX_HOLD_FRAMES;
    hold.request = isOver ? 0 : page.requestAnimationFrame(holdOn);
    if (isOver) onOver();
    else if (isPulled) go();
  };
  const forget = (): void => {
    wanted = null;
  };
  // Heard before anybody acts on it: the key that asks for a section must not end the hold it has begun.
  for (const name of TAKES_OVER) page.addEventListener(name, forget, { passive: true, capture: true, signal });
  // The browser scrolls to the fragment by its own lights once everything has loaded.
  page.addEventListener('load', () => page.requestAnimationFrame(go), { signal });
  return {
    at(id) {
      wanted = id;
      Object.assign(hold, { quietFrames: 0, frames: 0 });
      go();
      if (hold.request === 0) hold.request = page.requestAnimationFrame(holdOn);
    },
    renew: go,
    isHeld: () => hold.request !== 0,
    destroy() {
      abort();
      page.cancelAnimationFrame(hold.request);
    },
  };
}

function listening(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/**
 * After a reload: keeps the place it came back to until the page has loaded, unless the reader moves on. Safari goes to
 * the section that the address names as well. Browsers that anchor their scroll keep the place themselves.
 */
export function keepPlace(signal: AbortSignal): void {
  if (!location.hash || document.readyState === 'complete' || CSS.supports('overflow-anchor', 'auto')) return;
  const { signal: waiting, abort } = listening();
  signal.addEventListener('abort', abort);
  let top = window.scrollY;
  const note = (): void => {
    top = window.scrollY;
  };
  const goBack = (): void => {
    abort();
    requestAnimationFrame(() => window.scrollTo({ top, behavior: 'instant' }));
  };
  window.addEventListener('scroll', note, { passive: true, signal: waiting });
  for (const name of TAKES_OVER) window.addEventListener(name, abort, { passive: true, signal: waiting });
  window.addEventListener('load', goBack, { signal: waiting });
}
