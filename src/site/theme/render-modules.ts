import { PAINT_TOKENS, type Palette } from '../../theme/tokens.ts';
import { TEXT_ROLES, type TypeRow } from '../../theme/type-roles.ts';
import type { SiteTheme } from './define-theme.ts';
import { MEASURED } from './fonts/fallback-fonts.ts';
import { type Face, outlineFiles } from './fonts/font-files.ts';
import { fontVariable, ownRoles } from './fonts/own-roles.ts';
import type { MapSizes } from './type/map-sizes.ts';

const quotedName = (name: string): string => (/^[a-z]+$/.test(name) ? name : `'${name}'`);

/** Members of an object, one a line. */
const members = (entries: readonly (readonly [string, string])[]): string =>
  entries.map(([name, value]) => `  ${quotedName(name)}: ${value},\n`).join('');

function paletteText(palette: Palette, base?: readonly [name: string, palette: Palette]): string {
  const differing = PAINT_TOKENS.filter((token) => palette[token] !== base?.[1][token]);
  const own = members(differing.map((token) => [token, `'${palette[token]}'`]));
  return `{\n${base === undefined ? '' : `  ...${base[0]},\n`}${own}}`;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const constant = (name: string, type: string, value: string): string => `export const ${name}: ${type} = ${value};\n`;

/** The module `src/theme/palettes.ts` of a theme. */
export function renderPalettes(palettes: Readonly<Record<'light' | 'dark' | 'dusk' | 'night', Palette>>): string {
  const { light, dark, dusk, night } = palettes;
  return [
    "import type { Palette } from './tokens.ts';\n",
    "/** Colours of the site's theme. Written by `npm run theme -- --write`; a test compares them with `shipped/paper.yaml`. */",
    constant('LIGHT', 'Palette', paletteText(light)),
    constant('DARK', 'Palette', paletteText(dark)),
    constant('DUSK', 'Palette', paletteText(dusk, ['DARK', dark])),
    constant('NIGHT', 'Palette', paletteText(night, ['DARK', dark])),
  ].join('\n');
}

const rowText = (row: TypeRow): string => `[${row.join(', ')}]`;

function sizesText(
  rows: MapSizes[keyof MapSizes],
  base?: readonly [name: string, rows: MapSizes[keyof MapSizes]],
): string {
  const differing = TEXT_ROLES.filter((role) => rowText(rows[role]) !== (base && rowText(base[1][role])));
  return `{\n${base === undefined ? '' : `  ...${base[0]},\n`}${members(differing.map((role) => [role, rowText(rows[role])]))}}`;
}

/** The module `src/theme/type-sizes.ts` of a theme. */
export function renderTypeSizes({ desktop, phone, embed }: MapSizes): string {
  const type = 'Readonly<Record<TextRole, TypeRow>>';
  return [
    "import type { TextRole, TypeRow } from './type-roles.ts';\n",
    "/** Sizes of map and chart type in the site's theme. Written by `npm run theme -- --write`, as `palettes.ts` is. */",
    constant('DESKTOP', type, sizesText(desktop)),
    constant('PHONE', type, sizesText(phone, ['DESKTOP', desktop])),
    constant('EMBED', type, sizesText(embed, ['PHONE', phone])),
  ].join('\n');
}

/**
 * The module `src/theme/outline-faces.ts` of a theme.
 * @param faces of titles
 */
export function renderOutlineFaces(faces: readonly Face[]): string {
  const files = faces.flatMap((face) => outlineFiles(face).map(({ path }) => ({ path, script: face.script })));
  const lines = files.map(({ path, script }) => `  { path: ${quoted(path)}, script: '${script}' },\n`);
  return [
    "import type { OutlineFace } from './scripts.ts';\n",
    '/** Files whose letters stand on pictures of shared links. Written by `npm run theme -- --write`, as `palettes.ts` is. */',
    `export const OUTLINE_FACES: readonly OutlineFace[] = [\n${lines.join('')}];\n`,
  ].join('\n');
}

/** The module `src/theme/data-ramps.ts` of a theme. */
export const renderRamps = (ramps: SiteTheme['ramps']): string =>
  `export const THEME_RAMPS = ${JSON.stringify(ramps)};\n`;

/** The module `src/theme/contrast-palettes.ts` of a theme. */
export const renderContrast = ({ contrast, 'contrast-dark': dark }: SiteTheme['palettes']): string =>
  [
    "import type { Palette } from './tokens.ts';\n",
    '/** For readers who ask their device for more contrast. Written by `npm run theme -- --write`, as `palettes.ts` is. */',
    constant('CONTRAST', 'Palette', paletteText(contrast)),
    constant('CONTRAST_DARK', 'Palette', paletteText(dark)),
  ].join('\n');

/** The module `src/theme/own-fonts.ts` of a theme. */
export function renderOwnFonts(faces: SiteTheme['type']['faces']): string {
  const own = ownRoles(faces).map((role) => `'${fontVariable(role)}'`);
  const isMeasured = faces.text.some(({ family }) => family === MEASURED);
  return [
    `export const OWN_FONTS = [${own.join(', ')}];\n`,
    `export const BAR_FALLBACK = '${isMeasured ? '"Like Newsreader, small", ' : ''}var(--font-text)';\n`,
  ].join('');
}
