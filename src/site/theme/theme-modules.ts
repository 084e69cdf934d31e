import type { SiteTheme } from './define-theme.ts';
import { letterWidthsModule } from './letters/letter-widths.ts';
import { siteLetterWidths } from './letters/site-letter-widths.ts';
import {
  renderContrast,
  renderOutlineFaces,
  renderOwnFonts,
  renderPalettes,
  renderRamps,
  renderTypeSizes,
} from './render-modules.ts';

type Make = (theme: SiteTheme) => string | Promise<string>;
type Modules = Readonly<Record<string, Make>>;

/** What stands in the sources as it is written for the shipped theme. */
const WRITTEN: Modules = {
  '/src/theme/palettes.ts': ({ palettes }) => renderPalettes(palettes),
  '/src/theme/contrast-palettes.ts': ({ palettes }) => renderContrast(palettes),
  '/src/theme/type-sizes.ts': ({ type }) => renderTypeSizes(type.map),
  '/src/theme/outline-faces.ts': ({ type }) => renderOutlineFaces(type.faces.display),
};

/** Modules that hold the shipped theme in the sources, and the site's own in its pages. */
export const MODULES: Modules = {
  ...WRITTEN,
  '/src/theme/own-fonts.ts': ({ type }) => renderOwnFonts(type.faces),
  '/src/theme/data-ramps.ts': ({ ramps }) => renderRamps(ramps),
  // Of the letters that the site's own words have.
  '/src/theme/letter-widths.ts': ({ type }) => siteLetterWidths(type.faces.names),
};

/** Modules that `npm run theme -- --write` writes into the sources: of letters all that the faces have. */
export const SHIPPED_MODULES: Modules = {
  ...WRITTEN,
  '/src/theme/letter-widths.ts': ({ type }) => letterWidthsModule(type.faces.names),
};
