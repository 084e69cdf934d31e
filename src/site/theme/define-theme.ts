import { FACE_ROLES, type FaceRole, PALETTE_NAMES, type ThemeFile } from '../../content/schema/theme.ts';
import type { ThemeRamps } from '../../theme/data-ramps.ts';
import type { Script } from '../../theme/scripts.ts';
import type { Palette } from '../../theme/tokens.ts';
import { rampFrom } from './colours/data-ramps.ts';
import { derivePalettes, type Overrides, type Palettes, type Seeds } from './colours/derive-palettes.ts';
import type { Face, Typeface } from './fonts/font-files.ts';
import { type MapSizes, mapSizes, type StatedMapSizes } from './type/map-sizes.ts';
import type { PageSizes } from './type/page-sizes.ts';

/** A theme with everything said, derived or inherited. */
export interface SiteTheme {
  readonly name: string;
  readonly palettes: Palettes;
  /** Ramps of data layers. */
  readonly ramps: ThemeRamps;
  /** Text of the page over a darkened map, where it is not that of the dusk palette. */
  readonly darkened: Readonly<Partial<Palette>>;
  readonly type: {
    readonly scale: number;
    readonly page: PageSizes;
    /** Of editions in the Arabic script. */
    readonly arabicPage: PageSizes;
    readonly map: MapSizes;
    /** Families by what they set; those of an undefined typeface are left out. */
    readonly faces: Readonly<Record<FaceRole, readonly Face[]>>;
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

type Roles = Readonly<Partial<Record<FaceRole, Readonly<Partial<Record<Script, string>>>>>>;

/** Titles are set as text is where nothing else is said, figures as titles, names on the map as text. */
const INSTEAD: Readonly<Record<FaceRole, FaceRole | null>> = {
  text: null,
  display: 'text',
  names: 'text',
  figures: 'display',
};

function familiesOf(role: FaceRole, roles: Roles): Readonly<Partial<Record<Script, string>>> {
  const instead = INSTEAD[role];
  return { ...(instead === null ? {} : familiesOf(instead, roles)), ...roles[role] };
}

function facesOf(type: ThemeFile['type'], folder: string): SiteTheme['type']['faces'] {
  const typefaces = type.typefaces as Readonly<Record<string, Typeface>>;
  const facesIn = (role: FaceRole): readonly Face[] =>
    Object.entries(familiesOf(role, type as unknown as Roles)).flatMap(([script, family]) => {
      const typeface = family === undefined ? undefined : typefaces[family];
      return typeface === undefined || family === undefined
        ? []
        : [{ family, script: script as Script, typeface, folder }];
    });
  return Object.fromEntries(FACE_ROLES.map((role) => [role, facesIn(role)])) as SiteTheme['type']['faces'];
}

/** A theme from its file, which says all that it does not leave to derivation. */
export function defineTheme(name: string, { colours, type, shape }: ThemeFile, folder = ''): SiteTheme {
  const said = colours as unknown as Seeds & Readonly<Record<string, object>>;
  const overrides = Object.fromEntries(
    PALETTE_NAMES.map((palette) => [palette, asTokens(said[palette] ?? {})]),
  ) as Overrides;
  return {
    name,
    palettes: derivePalettes(said, overrides),
    ramps: Object.fromEntries(Object.entries(colours.ramps).map(([ramp, seed]) => [ramp, rampFrom(String(seed))])),
    darkened: asTokens(colours.darkened),
    type: {
      scale: type.scale,
      page: type.page as PageSizes,
      arabicPage: type['page-arab'] as PageSizes,
      map: mapSizes(type.map as StatedMapSizes, type.scale),
      faces: facesOf(type, folder),
    },
    shape,
  };
}
