import {
  ARABIC_BLOCKS,
  ARABIC_FACE,
  charactersOf,
  LATIN_BLOCKS,
  LATIN_FACE,
  OPTICAL_SIZES,
  WEIGHTS,
} from '../../typography/faces.ts';
import { type Axes, type FontShaper, openFont } from './font-shaper.ts';

/** Text as shapes, for pictures that bring no typeface along. */
export interface TextOutliner {
  /** Whether the faces hold every sign of the text. */
  canSet(text: string): boolean;
  /** In pixels. */
  width(text: string, sizePx: number): number;
  /**
   * One line as SVG, with its base line at `yPx`.
   * @param xPx left end of the line
   */
  outline(text: string, sizePx: number, xPx: number, yPx: number): string;
}

/** A stretch of one script. Blanks belong to what is before them. */
const STRETCHES =
  /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d]+\s*(?:[^\p{L}\p{N}]*$)?|[^\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+/gu;
const IS_ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u;

interface Stretch {
  readonly text: string;
  readonly shaper: FontShaper;
  readonly axes: Axes;
}

const latinAxes = (sizePx: number): Axes => ({
  opsz: Math.min(OPTICAL_SIZES.max, Math.max(OPTICAL_SIZES.min, sizePx)),
  wght: WEIGHTS.min,
});

/** @param dir in which direction a line of both scripts is read */
export async function createTextOutliner(dir: 'ltr' | 'rtl'): Promise<TextOutliner> {
  const [latin, arabic] = await Promise.all([
    openFont(LATIN_FACE.variable, charactersOf(LATIN_BLOCKS)),
    openFont(ARABIC_FACE.variable, [' ', ...charactersOf(ARABIC_BLOCKS)]),
  ]);
  const known = new Set([...latin.characters, ...arabic.characters, '\u200c', '\u200d', '\u200e', '\u200f']);
  const stretchesOf = (text: string, sizePx: number): readonly Stretch[] => {
    const found = (text.match(STRETCHES) ?? []).map((stretch) =>
      IS_ARABIC.test(stretch)
        ? { text: stretch, shaper: arabic, axes: { wght: WEIGHTS.min } }
        : { text: stretch, shaper: latin, axes: latinAxes(sizePx) },
    );
    return dir === 'rtl' ? found.reverse() : found;
  };
  const widthOf = ({ text, shaper, axes }: Stretch, sizePx: number): number =>
    (shaper.width(text, axes) * sizePx) / 1000;
  return {
    canSet: (text) => [...text].every((character) => known.has(character)),
    width: (text, sizePx) => stretchesOf(text, sizePx).reduce((sum, stretch) => sum + widthOf(stretch, sizePx), 0),
    outline(text, sizePx, xPx, yPx) {
      let x = xPx;
      return stretchesOf(text, sizePx)
        .map((stretch) => {
          const scale = sizePx / stretch.shaper.unitsPerEm;
          const glyphs = stretch.shaper
            .outline(stretch.text, stretch.axes)
            .map((glyph) => `<path transform="translate(${glyph.x} ${glyph.y})" d="${glyph.path}"/>`);
          const group = `<g transform="translate(${x.toFixed(2)} ${yPx}) scale(${scale} ${-scale})">${glyphs.join('')}</g>`;
          x += widthOf(stretch, sizePx);
          return group;
        })
        .join('');
    },
  };
}
