/** Keeps a visitor who came by a link at the section asked for while fonts and pictures still move the page. */
export interface Arrival {
  at(id: string): void;
  /** The page's layout has changed: go there again, unless the reader has moved on. */
  renew(): void;
  destroy(): void;
}

const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

export function createArrival(goTo: (id: string) => void): Arrival {
  let wanted: string | null = null;
  const abort = new AbortController();
  const forget = (): void => {
    wanted = null;
  };
  const renew = (): void => {
    if (wanted !== null) goTo(wanted);
  };
  for (const name of TAKES_OVER) window.addEventListener(name, forget, { passive: true, signal: abort.signal });
  // The browser scrolls to the fragment by its own lights once everything has loaded.
  window.addEventListener('load', () => requestAnimationFrame(renew), { signal: abort.signal });
  return {
    at(id) {
      wanted = id;
      goTo(id);
    },
    renew,
    destroy: () => abort.abort(),
  };
}
