import { withTimeout } from '../loading/with-timeout.ts';
import type { FallbackReason } from '../player/events.ts';
import type { TellFallback } from '../player/fallback.ts';

/** A line of words over the page, which screen readers say when it appears. */
export interface Notice {
  show(): void;
  hide(): void;
}

/** The page's own. It goes with the reader's next press of a key or a pointer. */
export function createNotice(root: HTMLElement): Notice {
  const line = root.querySelector<HTMLElement>('.notice');
  const write = (words: string): void => {
    if (line) line.textContent = words;
  };
  const hide = (): void => write('');
  return {
    hide,
    show() {
      write(line?.dataset[navigator.onLine ? 'words' : 'offlineWords'] ?? '');
      for (const name of ['pointerdown', 'keydown']) document.addEventListener(name, hide, { once: true });
    },
  };
}

/** Does what was asked for by a button and is fetched only then; when that fails the reader is told, and so is the page. */
export type OnDemand = (reason: FallbackReason, work: () => Promise<void>) => Promise<void>;

export function createOnDemand(notice: Notice, tell: TellFallback): OnDemand {
  return async (reason, work) => {
    try {
      await withTimeout(work());
      notice.hide();
    } catch (error) {
      tell(reason, error);
      notice.show();
    }
  };
}
