import type { SiteTheme } from '../../site/theme/define-theme.ts';
import { letterWidthsModule } from '../../site/theme/letters/letter-widths.ts';
import { renderOutlineFaces, renderPalettes, renderTypeSizes } from '../../site/theme/render-modules.ts';

/** Modules of the sources that hold the shipped theme, by path from the project's root. */
export const THEME_MODULES: Readonly<Record<string, (theme: SiteTheme) => string | Promise<string>>> = {
  'src/theme/palettes.ts': ({ palettes }) => renderPalettes(palettes),
  'src/theme/type-sizes.ts': ({ type }) => renderTypeSizes(type.map),
  'src/theme/outline-faces.ts': ({ type }) => renderOutlineFaces(type.faces.display),
  'src/theme/letter-widths.ts': ({ type }) => letterWidthsModule(type.faces.names),
};
