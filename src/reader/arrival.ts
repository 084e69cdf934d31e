/** Keeps a reader who asked for a section at it while fonts, pictures or a scroll still under way move the page. */
export interface Arrival {
  at(id: string): void;
  /** The page's layout has changed: go there again, unless the reader has moved on. */
  renew(): void;
  destroy(): void;
}

/** What a reader does to move on. Dragging the scroll bar sends none of these, hence `HOLD_AT_MOST`. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
/** A scroll that was under way (the End key glides) pulls the page on; after so many frames without a pull it is over. */
const QUIET_FRAMES = 3;
/** Nobody is held for more frames than this, whatever pulls. */
const HOLD_AT_MOST = 60;

/** @param goTo scrolls to where a link to the section arrives; returns the scroll position the page took */
export function createArrival(goTo: (id: string) => number): Arrival {
  let wanted: string | null = null;
  let [position, quiet, held, frame] = [0, 0, 0, 0];
  const { signal, abort } = listening();
  const go = (): void => {
    if (wanted !== null) position = goTo(wanted);
  };
  const hold = (): void => {
    const isPulled = window.scrollY !== position;
    quiet = isPulled ? 0 : quiet + 1;
    held += 1;
    const isOver = wanted === null || quiet > QUIET_FRAMES || held > HOLD_AT_MOST;
    frame = isOver ? 0 : requestAnimationFrame(hold);
    if (isPulled && !isOver) go();
  };
  const forget = (): void => {
    wanted = null;
  };
  for (const name of TAKES_OVER) window.addEventListener(name, forget, { passive: true, signal });
  // The browser scrolls to the fragment by its own lights once everything has loaded.
  window.addEventListener('load', () => requestAnimationFrame(go), { signal });
  return {
    at(id) {
      wanted = id;
      [quiet, held] = [0, 0];
      go();
      if (frame === 0) frame = requestAnimationFrame(hold);
    },
    renew: go,
    destroy() {
      abort();
      cancelAnimationFrame(frame);
    },
  };
}

function listening(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
