import { cssVariables, PALETTES } from '../../basemap/themes.ts';
import { CONTRAST, CONTRAST_DARK } from '../../theme/contrast-palettes.ts';
import type { Palette } from '../../theme/tokens.ts';

/** Colours of the page that have the names of the palette. */
const OF_PAGE = ['paper', 'ink', 'ink-2', 'ink-3', 'red', 'rule'] as const;

const declarations = (palette: Palette): string =>
  [
    ...Object.entries(cssVariables(palette)),
    ...OF_PAGE.map((name) => [`--${name}`, palette[name]] as const),
    ['--quiet', palette['tint-near']] as const,
  ]
    .map(([name, color]) => `${name}:${color}`)
    .join(';');

/** Page and map for readers who ask their device for more contrast; paper stays as it is. */
export function contrastStyleSheet(): string {
  const [light, dark] = [declarations(CONTRAST), declarations(CONTRAST_DARK)];
  const darkened = ':is(.section,.bar):is([data-mood="dusk"],[data-mood="night"])';
  return `@media screen{:root{${light}}@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${dark}}}:root[data-theme="dark"],.mood-dusk,.mood-night,${darkened}${darkened}{${dark}}}`;
}

/** Paints this page's maps, and the page, with the theme's palettes of high contrast from now on. */
export function raiseContrast(): void {
  Object.assign(PALETTES, { light: CONTRAST, dark: CONTRAST_DARK, dusk: CONTRAST_DARK, night: CONTRAST_DARK });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(contrastStyleSheet());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
