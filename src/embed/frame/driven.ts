import { tellHost } from './tell-host.ts';
import { readLength } from './watch-size.ts';

/** The frame scrolls where the host says. */
export interface Driven {
  /** Goes to this place in the story: the host page is scrolled so far through it. */
  follow(progress: number): void;
}

/** Host and frame round to pixels each in its way; within one they are in step. */
const IN_STEP_PX = 1;

/**
 * Follows the host, and asks it to follow where the frame was scrolled from within: by the keyboard's focus, a link, a
 * search, or the reader's own arrival at a section after the frame changed its size.
 */
export function createDriven(): Driven {
  let isDriven = false;
  let followed = 0;
  const reveal = (): boolean => {
    if (Math.abs(window.scrollY - followed) <= IN_STEP_PX) return false;
    followed = window.scrollY;
    tellHost({ type: 'reveal', progress: Math.min(1, Math.max(0, followed / Math.max(1, readLength()))) });
    return true;
  };
  const onScroll = (): void => {
    if (isDriven) reveal();
  };
  window.addEventListener('scroll', onScroll, { passive: true });
  return {
    follow(progress) {
      isDriven = true;
      document.documentElement.dataset['driven'] = '';
      // Scrolled from within and not heard of yet: what the host said before it knew would undo it.
      if (reveal()) return;
      const top = progress * readLength();
      if (Math.abs(top - window.scrollY) > IN_STEP_PX) window.scrollTo({ top, behavior: 'instant' });
      followed = window.scrollY;
    },
  };
}
