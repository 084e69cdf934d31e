/** Keeps a reader who asked for a section at it while fonts, pictures or a scroll still under way move the page. */
export interface Arrival {
  at(id: string): void;
  /** The page's layout has changed: go there again, unless the reader has moved on. */
  renew(): void;
  destroy(): void;
}

/** What a reader does to move on. Dragging the scroll bar sends none of these, hence `HOLD_MS`. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** A scroll that was under way (the End key glides) pulls the page on; when it has not for so long, it is over. */
const HOLD_MS = 700;
/** Nobody is held for longer, whatever pulls. */
const HOLD_AT_MOST_MS = 3000;

/** @param goTo scrolls to where a link to the section arrives; returns that scroll position */
export function createArrival(goTo: (id: string) => number): Arrival {
  let wanted: string | null = null;
  let [position, arrived, pulled] = [0, Number.NEGATIVE_INFINITY, 0];
  const { signal, abort } = listening();
  const go = (): void => {
    if (wanted !== null) position = goTo(wanted);
  };
  const forget = (): void => {
    wanted = null;
  };
  const hold = (): void => {
    const now = performance.now();
    const isHeld = now - pulled < HOLD_MS && now - arrived < HOLD_AT_MOST_MS;
    if (!isHeld || Math.abs(window.scrollY - position) <= 1) return;
    pulled = now;
    go();
  };
  for (const name of TAKES_OVER) window.addEventListener(name, forget, { passive: true, signal });
  window.addEventListener('scroll', hold, { passive: true, signal });
  // The browser scrolls to the fragment by its own lights once everything has loaded.
  window.addEventListener('load', () => requestAnimationFrame(go), { signal });
  return {
    at(id) {
      wanted = id;
      arrived = performance.now();
      pulled = arrived;
      go();
    },
    renew: go,
    destroy: abort,
  };
}

function listening(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
