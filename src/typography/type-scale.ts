import type { SizeClass } from '../story/layout.ts';
import { TEXT_ROLES, type TextRole, type TypeRow } from '../theme/type-roles.ts';
import { DESKTOP, EMBED, PHONE } from '../theme/type-sizes.ts';

export { TEXT_ROLES, type TextRole };

/** Size and line height in CSS px, weight, and letter-spacing in em (never applied to Arabic script). */
export interface TypeStyle {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: number;
  readonly tracking: number;
  readonly italic: boolean;
  /** Of Latin letters, where their face does not follow the size. */
  readonly opticalSize?: number;
}

/** The style of a role on a screen, in CSS px. */
export type TypeScale = (role: TextRole, sizeClass: SizeClass) => TypeStyle;

type Rows = Readonly<Record<TextRole, TypeRow>>;

const style = ([size, lineHeight, weight, tracking = 0, italic = false]: TypeRow): TypeStyle => ({
  size,
  lineHeight,
  weight,
  tracking,
  italic,
});

const stylesOf = (rows: Rows): Readonly<Record<TextRole, TypeStyle>> =>
  Object.fromEntries(TEXT_ROLES.map((role) => [role, style(rows[role])])) as Record<TextRole, TypeStyle>;

export function createTypeScale(desktop: Rows, phone: Rows, embed: Rows): TypeScale {
  const [onDesktop, onPhone, onEmbed] = [stylesOf(desktop), stylesOf(phone), stylesOf(embed)];
  return (role, sizeClass) => {
    if (sizeClass === 'phone') return onPhone[role];
    return sizeClass === 'embed' ? onEmbed[role] : onDesktop[role];
  };
}

/** Map and chart type of the site's theme. */
export const typeStyle: TypeScale = createTypeScale(DESKTOP, PHONE, EMBED);
