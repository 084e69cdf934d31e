import type { EmbedMode } from '../protocol.ts';
import { canStick } from './sticky.ts';

/** What of the host page decides how a story can stand in it. Lengths in CSS pixels. */
export interface HostPage {
  /** It stands in a frame itself: a preview, perhaps one that is made as high as its content. */
  readonly isFramed: boolean;
  readonly windowHeightPx: number;
  readonly screenHeightPx: number;
  readonly canStick: boolean;
  /** It lets go of the scroll bar at its own places only. */
  readonly snaps: boolean;
}

/** A browser zoomed out to half shows so many of a screen's heights; more than that is no window that scrolls. */
const MAX_SCREENS = 2;

/** A window as high as what is in it: whatever grows in it makes the window grow, and never stops where it is sized by that. */
export const isSizedByContent = ({ windowHeightPx, screenHeightPx }: HostPage): boolean =>
  windowHeightPx > MAX_SCREENS * screenHeightPx;

/** @param wanted what the mark-up asks for; null leaves it to the page */
export function fittingMode(wanted: EmbedMode | null, page: HostPage): EmbedMode {
  if (wanted !== null && wanted !== 'scroll') return wanted;
  const isUnsure = page.isFramed && wanted === null;
  return isUnsure || isSizedByContent(page) || page.snaps || !page.canStick ? 'contained' : 'scroll';
}

export function readHostPage(host: Element): HostPage {
  return {
    isFramed: window.parent !== window,
    windowHeightPx: window.innerHeight,
    screenHeightPx: window.screen.height,
    canStick: canStick(host),
    snaps: getComputedStyle(document.documentElement).scrollSnapType.includes('mandatory'),
  };
}
