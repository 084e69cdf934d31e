import { faultWords } from '../../content/lint/diagnostics/ramp-words.ts';
import { checkRamp, MIN_APART, MIN_OFF_LAND, rampDistances } from '../../data/scales/check-ramp.ts';
import { LAND } from '../../data/scales/land.ts';
import { DIVERGING_RAMPS, ownColors, rampColors, SEQUENTIAL_RAMPS } from '../../data/scales/ramps.ts';
import { escapeHtml } from '../../i18n/escape-html.ts';
import type { GroundColor, Scale } from '../../story/data/data-layer.ts';

/** Names of the ramps that suit a form of scale. */
export function rampsFor(form: Scale['form']): readonly string[] {
  if (form === 'categories') return [];
  return form === 'diverging' ? DIVERGING_RAMPS : SEQUENTIAL_RAMPS;
}

/** Colours as a choice names them: a ramp's, or an author's own. */
export const colorsOf = (colors: string | readonly string[], count: number): readonly GroundColor[] =>
  typeof colors === 'string'
    ? rampColors(colors, count)
    : ownColors(Array.from({ length: count }, (_, index) => colors[index] ?? colors.at(-1) ?? '#808080'));

/** What is wrong with colours, in words. A gradient's neighbours may be near one another: they are to be. */
export function verdictOn(colors: readonly GroundColor[], form: Scale['form']): string {
  const [fault] = checkRamp(colors, LAND).filter(({ cause }) => cause === 'faint' || form !== 'gradient');
  if (fault === undefined) return form === 'gradient' ? 'clear of the land' : 'told apart by all readers';
  return `${fault.cause === 'faint' ? 'too faint' : 'too near'}: ${faultWords(fault)}`;
}

function figure(value: number, least: number, what: string): string {
  const isFaulty = value < least;
  const text = Number.isFinite(value) ? value.toFixed(1) : '–';
  return `<span title="${what}, at least ${least}"${isFaulty ? ' data-fault=""' : ''}>${isFaulty ? '⚠ ' : ''}${text}</span>`;
}

/** How colours look on light and on dark land, with their least differences, as HTML text. */
export function rampLook(colors: readonly GroundColor[], form: Scale['form']): string {
  return rampDistances(colors, LAND)
    .map(({ theme, apart, offLand }) => {
      const steps = colors.map((color) => `<i style="background:${escapeHtml(color[theme])}"></i>`).join('');
      const between = form === 'gradient' ? '<span>–</span>' : figure(apart, MIN_APART, 'Between neighbours');
      const land = `<span class="author-ramp" style="background:${LAND[theme]}">${steps}</span>`;
      return `${land}${between}${figure(offLand, MIN_OFF_LAND, 'From the land')}`;
    })
    .join('');
}
