import { mapStyleSheet } from '../../pictures/map-style-sheet.ts';
import { createTypeScale } from '../../typography/type-scale.ts';
import type { SiteTheme } from '../theme/define-theme.ts';
import { embedPrintStyleSheet, pageStyleSheet, printStyleSheet } from '../theme/page-style-sheet.ts';
import { renderPalettes, renderTypeSizes } from '../theme/render-modules.ts';

function mapSheet({ palettes, type: { map } }: SiteTheme): string {
  return mapStyleSheet({ palettes, typeStyle: createTypeScale(map.desktop, map.phone, map.embed) });
}

/** Style sheets that pages import by these names. */
const SHEETS: Readonly<Record<string, (theme: SiteTheme) => string>> = {
  'virtual:map.css': mapSheet,
  'virtual:theme.css': pageStyleSheet,
  'virtual:theme-print.css': printStyleSheet,
  'virtual:theme-embed-print.css': embedPrintStyleSheet,
};

/** Modules that hold the shipped theme in the sources, and the site's own in its pages. */
const MODULES: Readonly<Record<string, (theme: SiteTheme) => string>> = {
  '/src/theme/palettes.ts': ({ palettes }) => renderPalettes(palettes),
  '/src/theme/type-sizes.ts': ({ type }) => renderTypeSizes(type.map),
};

/** Vite knows a style sheet by its ending, and looks on the disk for a name without a slash. */
const resolved = (name: string): string => `/${name}`;

/** A Vite plugin: pages, maps and scripts have the colours and sizes of the site's theme. */
export function siteTheme(theme: SiteTheme) {
  return {
    name: 'site-theme',
    enforce: 'pre' as const,
    resolveId: (id: string): string | undefined => (id in SHEETS ? resolved(id) : undefined),
    load(id: string): string | undefined {
      const sheet = SHEETS[id.slice(1)];
      if (sheet !== undefined) return sheet(theme);
      const [, module] = Object.entries(MODULES).find(([path]) => id.endsWith(path)) ?? [];
      return module?.(theme);
    },
  };
}
