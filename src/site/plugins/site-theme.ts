import { mapStyleSheet } from '../../pictures/map-style-sheet.ts';
import { createTypeScale } from '../../typography/type-scale.ts';
import type { SiteTheme } from '../theme/define-theme.ts';
import { fontStyleSheet } from '../theme/fonts/font-style-sheet.ts';
import { siteLetterWidths } from '../theme/letters/site-letter-widths.ts';
import { embedPrintStyleSheet, pageStyleSheet, printStyleSheet } from '../theme/page-style-sheet.ts';
import { renderOutlineFaces, renderOwnFonts, renderPalettes, renderTypeSizes } from '../theme/render-modules.ts';

function mapSheet({ palettes, type: { map } }: SiteTheme): string {
  return mapStyleSheet({ palettes, typeStyle: createTypeScale(map.desktop, map.phone, map.embed) });
}

/** Style sheets that pages import by these names. */
type Make = (theme: SiteTheme) => string | Promise<string>;

const SHEETS: Readonly<Record<string, Make>> = {
  'virtual:map.css': mapSheet,
  'virtual:theme.css': async (theme) => `${await fontStyleSheet(theme)}${pageStyleSheet(theme)}`,
  'virtual:theme-print.css': printStyleSheet,
  'virtual:theme-embed-print.css': embedPrintStyleSheet,
};

/** Modules that hold the shipped theme in the sources, and the site's own in its pages. */
const MODULES: Readonly<Record<string, Make>> = {
  '/src/theme/palettes.ts': ({ palettes }) => renderPalettes(palettes),
  '/src/theme/type-sizes.ts': ({ type }) => renderTypeSizes(type.map),
  '/src/theme/own-fonts.ts': ({ type }) => renderOwnFonts(type.faces),
  '/src/theme/outline-faces.ts': ({ type }) => renderOutlineFaces(type.faces.display),
  '/src/theme/letter-widths.ts': ({ type }) => siteLetterWidths(type.faces.names),
};

/** Vite knows a style sheet by its ending, and looks on the disk for a name without a slash. */
const resolved = (name: string): string => `/${name}`;

/** A Vite plugin: pages, maps and scripts have the colours and sizes of the site's theme. */
export function siteTheme(theme: SiteTheme) {
  return {
    name: 'site-theme',
    enforce: 'pre' as const,
    resolveId: (id: string): string | undefined => (id in SHEETS ? resolved(id) : undefined),
    load(id: string): string | Promise<string> | undefined {
      const sheet = SHEETS[id.slice(1)];
      if (sheet !== undefined) return sheet(theme);
      const [, module] = Object.entries(MODULES).find(([path]) => id.endsWith(path)) ?? [];
      return module?.(theme);
    },
  };
}
