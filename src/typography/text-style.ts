import { localeInfo } from '../i18n/locales.ts';
import type { SizeClass } from '../story/layout.ts';
import { SMALL_OPTICAL_SIZE } from './faces.ts';
import { isArabicScript, isRightToLeft, isUncased } from './text-metrics.ts';
import { type TextRole, type TypeStyle, typeStyle } from './type-scale.ts';

export interface TextSetting {
  readonly sizeClass: SizeClass;
  /** Language of the story, not of the text. */
  readonly locale: string;
}

/** The second line's role under each first line that has one. */
const SECOND: Readonly<Partial<Record<TextRole, TextRole>>> = {
  focus: 'second-focus',
  'rank-1': 'second-1',
  'rank-2': 'second-2',
  'rank-3': 'second-2',
};
const FIRST: Readonly<Partial<Record<TextRole, TextRole>>> = {
  'second-focus': 'focus',
  'second-1': 'rank-1',
  'second-2': 'rank-2',
};

export const secondRoleOf = (role: TextRole): TextRole | null => SECOND[role] ?? null;

/** Arabic of the same size looks smaller than capitals: names of areas are set larger to match. */
const AREA_NAME: Readonly<Partial<Record<TextRole, number>>> = { region: 1.14, country: 1.05 };

/** Arabic needs more room between lines and is never tracked. */
export function arabicStyle(style: TypeStyle, size = style.size): TypeStyle {
  return { ...style, size, lineHeight: Math.round(size * 1.56), tracking: 0, italic: false };
}

/** Whether a script has capitals, by its ISO 15924 code: the others are never slanted or tracked. */
export const hasCapitals = (script: string): boolean => /^(latn|cyrl|grek|armn|adlm|cher|geor|glag|osge)$/.test(script);

/** Scripts from Devanagari to Burmese, and Khmer: they set signs above and below their letters. */
const STACKED = /[\u0900-\u109f\u1780-\u17ff]/;

/** Scripts without capitals fill more of their line; they are never tracked or slanted. */
function uncasedStyle(style: TypeStyle, text: string): TypeStyle {
  const lineHeight = Math.round(style.size * (STACKED.test(text) ? 1.5 : 1.32));
  return { ...style, lineHeight: Math.max(style.lineHeight, lineHeight), tracking: 0, italic: false };
}

/**
 * Size, line height and weight of a text on the map. Names stand first in the story's language and below in the other
 * one; where Arabic comes first it is set at 1.32 of its small size and the Latin below it at 0.78 of its large one.
 */
export function textStyle(role: TextRole, text: string, setting: TextSetting, styleOf = typeStyle): TypeStyle {
  const arabic = isArabicScript(text);
  const arabicFirst = localeInfo(setting.locale).script === 'arab';
  const scale = styleOf(role, setting.sizeClass);
  const style = arabicFirst ? { ...scale, opticalSize: SMALL_OPTICAL_SIZE } : scale;
  const [second, first] = [SECOND[role], FIRST[role]];
  if (arabicFirst && arabic && second !== undefined) {
    return arabicStyle(style, styleOf(second, setting.sizeClass).size * 1.32);
  }
  if (arabicFirst && !arabic && first !== undefined) {
    const size = styleOf(first, setting.sizeClass).size * 0.78;
    return { ...style, size, lineHeight: Math.round(size * 1.3) };
  }
  if (!arabic) return isUncased(text) ? uncasedStyle(style, text) : style;
  return arabicStyle(style, arabicFirst ? style.size * (AREA_NAME[role] ?? 1) : style.size);
}

/** Middle of the small letters above the baseline, in em. */
export const X_HEIGHT_MIDDLE = 0.22;

/** Baseline below the top of its line, so that small letters and capitals look centred in it. */
export const baselineIn = (style: TypeStyle): number => style.lineHeight / 2 + style.size * 0.3;

/**
 * SVG text anchor for a physical edge. `start` and `end` follow the direction of the text, which follows its script.
 */
export function textAnchor(edge: 'left' | 'middle' | 'right', text: string): 'start' | 'middle' | 'end' {
  if (edge === 'middle') return 'middle';
  return (edge === 'left') === isRightToLeft(text) ? 'end' : 'start';
}
