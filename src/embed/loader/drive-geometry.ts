/** How a story lies in the page that drives it. The story measures in pixels of its own, the page in those of its window. */
export interface DrivenPlace {
  /** Upper edge of the element on the screen, in pixels of the window. */
  readonly topPx: number;
  /** What sticks to the top of the page, in the story's pixels. */
  readonly offsetPx: number;
  /** How far the story scrolls in its frame, in the story's pixels. */
  readonly lengthPx: number;
  /** Pixels of the window in one of the story's, where the page is enlarged or reduced by the CSS property `zoom`. */
  readonly zoom: number;
}

/** How far the story is scrolled behind the top of the screen, in pixels of the window. */
const scrolledPx = ({ topPx, offsetPx, zoom }: DrivenPlace): number => offsetPx * zoom - topPx;

/** How far the page is scrolled through the story, 0–1. */
export function progressIn(place: DrivenPlace): number {
  const share = place.lengthPx > 0 ? scrolledPx(place) / (place.lengthPx * place.zoom) : 0;
  return Math.min(1, Math.max(0, share));
}

/** How far the page has to scroll to be so far through the story, in pixels of the window. */
export const scrollTo = (place: DrivenPlace, progress: number): number =>
  progress * place.lengthPx * place.zoom - scrolledPx(place);

/** One screen and so many of the story's pixels more, as CSS. Viewport units are zoomed with the page. */
export const screenAnd = (unit: 'vh' | 'svh', morePx: number, zoom: number): string =>
  `calc(${zoom === 1 ? `100${unit}` : `100${unit} / ${zoom}`} + ${morePx}px)`;
