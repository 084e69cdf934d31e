/** Keeps a reader who asked for a section at it while fonts, pictures or a scroll still under way move the page. */
export interface Arrival {
  at(id: string): void;
  /** The page's layout has changed: go there again, unless the reader has moved on. */
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

/** What a reader does to move on. Dragging the scroll bar sends none of these, hence `HOLD_AT_MOST`. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/**
 * A scroll that was under way (the End key glides) pulls the page on; after so many frames without a pull, and so long, it
 * is over. The browser may skip a few where frames are quick.
 */
const QUIET_FRAMES = 3;
const QUIET_MS = 150;
/** Nobody is held for more frames than this, whatever pulls. */
const HOLD_AT_MOST = 60;

/**
 * @param goTo scrolls to where a link to the section arrives; returns the scroll position the page took
 * @param onOver called when nothing is held any more
 */
export function createArrival(goTo: (id: string) => number, onOver: () => void, page: ArrivalWindow = window): Arrival {
  let wanted: string | null = null;
  let [position, quiet, quietSince, held, frame] = [0, 0, 0, 0, 0];
  const { signal, abort } = listening();
  const go = (): void => {
    if (wanted !== null) position = goTo(wanted);
  };
  const hold = (now: number): void => {
    const isPulled = page.scrollY !== position;
    if (isPulled || quiet === 0) quietSince = now;
    quiet = isPulled ? 0 : quiet + 1;
    held += 1;
    const isQuiet = quiet > QUIET_FRAMES && now - quietSince > QUIET_MS;
    const isOver = wanted === null || isQuiet || held > HOLD_AT_MOST;
    frame = isOver ? 0 : page.requestAnimationFrame(hold);
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
      [quiet, held] = [0, 0];
      go();
      if (frame === 0) frame = page.requestAnimationFrame(hold);
    },
    renew: go,
    isHeld: () => frame !== 0,
    destroy() {
      abort();
      page.cancelAnimationFrame(frame);
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
