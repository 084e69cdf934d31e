import { isEmbed } from '../controls/settings.ts';

/** The address names the section being read, without leaving a trail in the history. */
export interface SectionHash {
  /** Writes the section into the address once the reader has stayed with it for a moment; null takes it away. */
  show(id: string | null): void;
  /** The section a fresh visit asks for. A reload keeps its own scroll position and asks for none. */
  initial(): string | null;
  /** Calls `onChange` when the reader or a link asks for another section. Returns a function that stops it. */
  listen(onChange: (id: string) => void): () => void;
}

/** The section's id in an address's hash (`#id`); null where there is none, or a malformed one, which names no section. */
export function sectionIn(hash: string): string | null {
  try {
    return decodeURIComponent(hash.slice(1)) || null;
  } catch {
    return null;
  }
}

const isReload = (): boolean => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && (entry.type === 'reload' || entry.type === 'back_forward');
};

/** Browsers stop listening to pages that write their address too often (Safari: 100 times in half a minute). */
const PAUSE_MS = 200;

function write(id: string | null): void {
  if (sectionIn(location.hash) === id) return;
  history.replaceState(history.state, '', id ? `#${encodeURIComponent(id)}` : location.pathname + location.search);
}

export function createSectionHash(): SectionHash {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    show(id) {
      clearTimeout(timer);
      // The address of a frame is the business of the page around it.
      if (!isEmbed()) timer = setTimeout(() => write(id), PAUSE_MS);
    },
    initial: () => (isReload() && window.scrollY > 0 ? null : sectionIn(location.hash)),
    listen(onChange) {
      const listener = ({ newURL }: HashChangeEvent): void => {
        // Not the address of now: a section passed on the way may have been written there meanwhile.
        clearTimeout(timer);
        const id = sectionIn(new URL(newURL).hash);
        if (id) onChange(id);
      };
      window.addEventListener('hashchange', listener);
      return () => {
        clearTimeout(timer);
        window.removeEventListener('hashchange', listener);
      };
    },
  };
}
