import type { SiteTheme } from './define-theme.ts';
import { siteLetterWidths } from './letters/site-letter-widths.ts';
import { renderOutlineFaces, renderOwnFonts, renderPalettes, renderTypeSizes } from './render-modules.ts';

type Make = (theme: SiteTheme) => string | Promise<string>;

/** Modules that hold the shipped theme in the sources, and the site's own in its pages. */
export const MODULES: Readonly<Record<string, Make>> = {
  '/src/theme/palettes.ts': ({ palettes }) => renderPalettes(palettes),
  '/src/theme/type-sizes.ts': ({ type }) => renderTypeSizes(type.map),
  '/src/theme/own-fonts.ts': ({ type }) => renderOwnFonts(type.faces),
  '/src/theme/outline-faces.ts': ({ type }) => renderOutlineFaces(type.faces.display),
  '/src/theme/letter-widths.ts': ({ type }) => siteLetterWidths(type.faces.names),
};
