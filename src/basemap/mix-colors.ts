/** A CSS hex colour, `#RRGGBB` or `#RRGGBBAA`. */
type Channels = readonly [red: number, green: number, blue: number, alpha: number];

function channelsOf(hex: string): Channels {
  const at = (index: number): number => Number.parseInt(hex.slice(index, index + 2), 16);
  return [at(1), at(3), at(5), hex.length > 7 ? at(7) : 255];
}

const twoDigits = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

/**
 * Weighted mean of CSS hex colours, channel by channel. The palettes are all warm greys near the same hue, for which
 * this is as even as a mean in CIELAB; a colour library would cost the reader four kilobytes for the same picture.
 */
export function mixColors(colors: readonly (readonly [hex: string, weight: number])[]): string {
  const total = colors.reduce((sum, [, weight]) => sum + weight, 0);
  const mean = [0, 1, 2, 3].map(
    (channel) => colors.reduce((sum, [hex, weight]) => sum + (channelsOf(hex)[channel] ?? 0) * weight, 0) / total,
  );
  const [alpha = 255] = mean.slice(3);
  return `#${mean
    .slice(0, alpha < 254.5 ? 4 : 3)
    .map(twoDigits)
    .join('')}`;
}
