/** As many as leave room for anything else in the bar. */
const MAX_LINKS = 4;

/** Whether the other languages stand in a menu that opens rather than as links. */
export const isMenuOf = (locales: readonly string[]): boolean => locales.length - 1 > MAX_LINKS;
