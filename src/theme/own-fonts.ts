type OwnFont = '--font-display' | '--font-map' | '--font-figures';

/** Fonts of titles, names on maps and figures where they are not those of running text. The shipped theme has none. */
export const OWN_FONTS: readonly OwnFont[] = [];

/** What stands in for the font of the bar until that is there. */
export const BAR_FALLBACK = '"Like Newsreader, small", var(--font-text)';
