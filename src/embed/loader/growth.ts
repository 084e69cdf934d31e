/** Upper and lower edge of an element on the screen, in CSS pixels. */
export interface Edges {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Whether an element may become longer without moving anything in sight: `down` while its end is below the screen, `up`
 * while all of it is above, when the page is scrolled by as much. Otherwise it has to wait.
 */
export function growthOf({ bottom }: Edges, windowHeightPx: number): 'down' | 'up' | null {
  if (bottom >= windowHeightPx - 1) return 'down';
  return bottom <= 0 ? 'up' : null;
}

/** A page that does not scroll, in a frame: somebody else makes the frame as high as the page. */
const isOneLongFrame = (): boolean =>
  window.parent !== window && document.documentElement.scrollHeight <= window.innerHeight + 1;

/** Makes the element longer where nothing in sight moves. Returns whether it did. */
export function growUnseen(host: Element, grow: () => void): boolean {
  const before = host.getBoundingClientRect();
  const growth = isOneLongFrame() ? 'down' : growthOf(before, window.innerHeight);
  if (growth === null) return false;
  grow();
  // Browsers that hold the place themselves have done so by now.
  const by = growth === 'up' ? host.getBoundingClientRect().bottom - before.bottom : 0;
  if (Math.abs(by) >= 1) window.scrollBy({ top: by, behavior: 'instant' });
  return true;
}
