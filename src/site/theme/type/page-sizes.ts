import type { PAGE_ROLES, PAGE_SCREENS } from '../../../content/schema/theme.ts';

type Screen = (typeof PAGE_SCREENS)[number];
type Role = (typeof PAGE_ROLES)[number];

/** Size and line height of a role of the page, as CSS writes them. */
export interface PageStyle {
  readonly size?: string | undefined;
  readonly line?: string | undefined;
}

/** As a theme's file says them. */
export type PageSizes = Readonly<Record<Screen, Readonly<Partial<Record<Role, PageStyle>>>>>;

/** They are as large as the screen allows. */
const GREAT: readonly string[] = ['title', 'bare-heading', 'numeral', 'numeral-words'];

const PLAIN = /^(\d*\.?\d+)(rem|px|pt)$/;

/** Line heights in em follow the size by themselves. */
function scaled(length: string, scale: number): string {
  if (scale === 1 || length.endsWith('em') === !length.endsWith('rem')) return length;
  const [, number = '', unit = ''] = PLAIN.exec(length) ?? [];
  return unit === '' ? `calc(${scale} * (${length}))` : `${Number((Number(number) * scale).toFixed(4))}${unit}`;
}

/** Custom properties of one screen: `--size-<role>` and `--line-<role>`. */
export function pageSizeProperties(sizes: PageSizes[Screen], scale: number): readonly (readonly [string, string])[] {
  return Object.entries(sizes).flatMap(([role, { size, line }]) => {
    const factor = GREAT.includes(role) ? 1 : scale;
    return [
      ...(size === undefined ? [] : [[`--size-${role}`, scaled(size, factor)] as const]),
      ...(line === undefined ? [] : [[`--line-${role}`, scaled(line, factor)] as const]),
    ];
  });
}
