import { quantileSorted } from 'd3';
import type { GroundPicture } from '../../../story/ground/ground.ts';
import type { Rgba } from './fit-picture.ts';

/** So many pixels tell as much as all of them. */
const SAMPLES = 20_000;

/** sRGB to linear light: WCAG 2, relative luminance. */
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** How light a picture is where it is opaque, for the colours of names over it. */
export function luminanceOf({ data, width, height }: Rgba): GroundPicture['luminance'] {
  const step = Math.max(1, Math.floor((width * height) / SAMPLES));
  const linear = (byte: number | undefined): number => LINEAR[byte ?? 0] ?? 0;
  const values = Array.from({ length: Math.floor((width * height) / step) }, (_, index) => 4 * index * step)
    .filter((at) => (data[at + 3] ?? 0) > 127)
    .map((at) => 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]))
    .sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const at = (share: number): number => quantileSorted(values, share) ?? 0;
  return { mean: round(mean), dark: round(at(0.1)), bright: round(at(0.9)) };
}
