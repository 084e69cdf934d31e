import type { RampFault } from '../../../data/scales/check-ramp.ts';

/** Which colours are meant, on what, and for whom they are alike. */
export function faultWords({ cause, theme, sight, colors }: RampFault): string {
  const on = `on ${theme} ground`;
  if (cause === 'faint') return `${colors.join(', ')} and the land, ${on}`;
  return `${colors.join(' and ')} ${on}${sight === '' ? '' : `, for readers with ${sight}`}`;
}
