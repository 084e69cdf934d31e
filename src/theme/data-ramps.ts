/** Anchors of each ramp from little to much, `#RRGGBB`, on light and on dark ground. */
export type ThemeRamps = Readonly<
  Record<string, { readonly light: readonly string[]; readonly dark: readonly string[] }>
>;

/** Ramps of the site's theme, the usual one first. The shipped theme has none but those of every site. */
export const THEME_RAMPS: ThemeRamps = {};
