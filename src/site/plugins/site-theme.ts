import { mapStyleSheet } from '../../pictures/map-style-sheet.ts';
import { createTypeScale } from '../../typography/type-scale.ts';
import type { SiteTheme } from '../theme/define-theme.ts';
import { fontStyleSheet } from '../theme/fonts/font-style-sheet.ts';
import { embedPrintStyleSheet, pageStyleSheet, printStyleSheet } from '../theme/page-style-sheet.ts';
import { MODULES } from '../theme/theme-modules.ts';

function mapSheet({ palettes, type: { map } }: SiteTheme): string {
  return mapStyleSheet({ palettes, typeStyle: createTypeScale(map.desktop, map.phone, map.embed) });
}

type Make = (theme: SiteTheme) => string | Promise<string>;

/** Style sheets that pages import by these names. */
const SHEETS: Readonly<Record<string, Make>> = {
  'virtual:map.css': mapSheet,
  'virtual:theme.css': async (theme) => `${await fontStyleSheet(theme)}${pageStyleSheet(theme)}`,
  'virtual:theme-print.css': printStyleSheet,
  'virtual:theme-embed-print.css': embedPrintStyleSheet,
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
