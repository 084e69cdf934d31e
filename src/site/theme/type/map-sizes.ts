import type { MAP_SCREENS } from '../../../content/schema/theme.ts';
import { TEXT_ROLES, type TextRole, type TypeRow } from '../../../theme/type-roles.ts';

type Screen = (typeof MAP_SCREENS)[number];

/** Type of the map by screen and role, in CSS px. */
export type MapSizes = Readonly<Record<Screen, Readonly<Record<TextRole, TypeRow>>>>;

/** As a theme's file says it; what it leaves out is that of the next larger screen. */
export interface MapStyle {
  readonly size: number;
  readonly line: number;
  readonly weight: number;
  readonly tracking: number;
  readonly italic: boolean;
}
export type StatedMapSizes = Readonly<Record<Screen, Readonly<Partial<Record<TextRole, MapStyle>>>>>;

/** Half pixels are as fine as text is set. */
const scaled = (size: number, scale: number): number => (scale === 1 ? size : Math.round(size * scale * 2) / 2);

/** They are as large as the screen allows. */
const GREAT: readonly TextRole[] = ['numeral', 'numeral-words', 'chart-numeral'];

function rowOf({ size, line, weight, tracking, italic }: MapStyle, scale: number): TypeRow {
  const [height, lineHeight] = [scaled(size, scale), scaled(line, scale)];
  if (italic) return [height, lineHeight, weight, tracking, italic];
  return tracking === 0 ? [height, lineHeight, weight] : [height, lineHeight, weight, tracking];
}

/** @throws where a theme and all it extends leave a role without a size */
export function mapSizes({ desktop, phone, embed }: StatedMapSizes, scale: number): MapSizes {
  const rowsOf = (...screens: readonly StatedMapSizes[Screen][]): Readonly<Record<TextRole, TypeRow>> => {
    const styles: Readonly<Partial<Record<TextRole, MapStyle>>> = Object.assign({}, ...screens);
    return Object.fromEntries(
      TEXT_ROLES.map((role) => {
        const style = styles[role];
        if (style === undefined) throw new Error(`No size is given for ${role}.`);
        return [role, rowOf(style, GREAT.includes(role) ? 1 : scale)];
      }),
    ) as Record<TextRole, TypeRow>;
  };
  return { desktop: rowsOf(desktop), phone: rowsOf(desktop, phone), embed: rowsOf(desktop, phone, embed) };
}
