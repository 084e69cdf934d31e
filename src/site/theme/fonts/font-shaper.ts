import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as harfbuzz from 'harfbuzzjs';
import subsetFont from 'subset-font';

/** Values on the axes of a variable font, by tag. */
export type Axes = Readonly<Record<string, number>>;

/** A font file and HarfBuzz, which shapes text as browsers do. */
export interface FontShaper {
  /** What it holds of the characters asked for. */
  readonly characters: readonly string[];
  /** Width of one line, kerned and joined, in thousandths of an em. */
  readonly width: (text: string, axes?: Axes) => number;
  /** The same line as the data of an SVG path, in font units from the line's left end, upwards; see `unitsPerEm`. */
  readonly outline: (text: string, axes?: Axes) => readonly Glyph[];
  readonly unitsPerEm: number;
  /** Above and below the base line, in em. */
  readonly ascent: number;
  readonly descent: number;
}

/** One glyph of a shaped line, in font units. */
export interface Glyph {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Opens a font file.
 * @param path whole, or that of a file of an installed package such as `@fontsource/x/files/x.woff2`
 * @param characters what is kept of it
 */
export async function openFont(path: string, characters: readonly string[]): Promise<FontShaper> {
  return readFont(await readFile(createRequire(import.meta.url).resolve(path)), characters);
}

/** A font file that has been read; see `openFont`. */
export async function readFont(file: Buffer, characters: readonly string[]): Promise<FontShaper> {
  const unpacked = await subsetFont(file, characters.join(''), { targetFormat: 'sfnt' });
  const face = new harfbuzz.Face(new harfbuzz.Blob(unpacked), 0);
  const font = new harfbuzz.Font(face);
  const { ascender, descender } = font.hExtents();
  const shape = (text: string, axes: Axes) => {
    font.setVariations(Object.entries(axes).map(([tag, value]) => new harfbuzz.Variation(tag, value)));
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font, buffer);
    return buffer.getGlyphInfosAndPositions();
  };
  return {
    unitsPerEm: face.upem,
    ascent: ascender / face.upem,
    descent: -descender / face.upem,
    characters: characters.filter((character) => font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined),
    width(text, axes = {}) {
      return (shape(text, axes).reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) / face.upem) * 1000;
    },
    outline(text, axes = {}) {
      let x = 0;
      return shape(text, axes).map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
        const glyph = { path: font.glyphToPath(codepoint), x: x + xOffset, y: yOffset };
        x += xAdvance;
        return glyph;
      });
    },
  };
}
