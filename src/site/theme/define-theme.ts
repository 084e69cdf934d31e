import { PALETTE_NAMES, type ThemeFile } from '../../content/schema/theme.ts';
import type { Palette } from '../../theme/tokens.ts';
import { derivePalettes, type Overrides, type Palettes, type Seeds } from './colours/derive-palettes.ts';
import { type MapSizes, mapSizes, type StatedMapSizes } from './type/map-sizes.ts';
import type { PageSizes } from './type/page-sizes.ts';

/** A theme with everything said, derived or inherited. */
export interface SiteTheme {
  readonly name: string;
  readonly palettes: Palettes;
  /** Text of the page over a darkened map, where it is not that of the dusk palette. */
  readonly darkened: Readonly<Partial<Palette>>;
  readonly type: {
    readonly scale: number;
    readonly page: PageSizes;
    /** Of editions in the Arabic script. */
    readonly arabicPage: PageSizes;
    readonly map: MapSizes;
  };
  readonly shape: ThemeFile['shape'];
}

/** In files the accent has its own name. */
const asTokens = (colours: object): Readonly<Partial<Palette>> =>
  Object.fromEntries(
    Object.entries(colours)
      .filter(([, hex]) => hex !== undefined)
      .map(([name, hex]) => [name === 'accent' ? 'red' : name, String(hex).toUpperCase()]),
  );

/** A theme from its file, which says all that it does not leave to derivation. */
export function defineTheme(name: string, { colours, type, shape }: ThemeFile): SiteTheme {
  const said = colours as unknown as Seeds & Readonly<Record<string, object>>;
  const overrides = Object.fromEntries(
    PALETTE_NAMES.map((palette) => [palette, asTokens(said[palette] ?? {})]),
  ) as Overrides;
  return {
    name,
    palettes: derivePalettes(said, overrides),
    darkened: asTokens(colours.darkened),
    type: {
      scale: type.scale,
      page: type.page as PageSizes,
      arabicPage: type['page-arab'] as PageSizes,
      map: mapSizes(type.map as StatedMapSizes, type.scale),
    },
    shape,
  };
}
