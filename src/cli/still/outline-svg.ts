import type { Browser } from 'playwright';
import { readFont } from '../../site/theme/fonts/font-shaper.ts';
import type { FetchedFace } from './embed-fonts.ts';
import { measureTexts, runsOf, type TextPiece } from './text-runs.ts';

/** The shape of letters in place of a text, or of a part of one. */
interface Outline extends Pick<TextPiece, 'text' | 'part'> {
  readonly path: string;
}

/** Path data in font units, upwards, as data in pixels. */
export function placePath(path: string, scale: number, x: number, y: number): string {
  let isX = false;
  return path.replace(/-?\d+(?:\.\d+)?/g, (number) => {
    isX = !isX;
    return (isX ? x + Number(number) * scale : y - Number(number) * scale).toFixed(2);
  });
}

async function outlinesOf(pieces: readonly TextPiece[], faces: readonly FetchedFace[]): Promise<readonly Outline[]> {
  const letters = [...new Set(pieces.flatMap((piece) => piece.letters.map(({ letter }) => letter)).join(''))];
  const opened = await Promise.all(
    faces.map(async ({ file, ...face }) => ({ ...face, font: await readFont(file, letters) })),
  );
  return pieces.map((piece) => {
    const axes = { wght: piece.weight, opsz: piece.size };
    const paths = runsOf(piece, opened).flatMap(({ text, face: { font }, left, y }) => {
      const scale = piece.size / font.unitsPerEm;
      return font
        .outline(text, axes)
        .map((glyph) => placePath(glyph.path, scale, left + glyph.x * scale, y - glyph.y * scale));
    });
    return { text: piece.text, part: piece.part, path: paths.join('') };
  });
}

/** Runs in the page: shapes in place of texts, in the paint of these; what was said stays as their names. */
function putOutlines(outlines: readonly Outline[]): string {
  const svg = document.querySelector('svg');
  const type = /^(font-|letter-|text-anchor|direction|dominant-|x$|y$|dx$|dy$|textLength|xml:)/;
  [...document.querySelectorAll('svg text')].forEach((text, index) => {
    const parts = [text, ...text.querySelectorAll('tspan')];
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('aria-label', text.textContent ?? '');
    for (const { name, value } of text.attributes) if (!type.test(name)) group.setAttribute(name, value);
    for (const { part, path } of outlines.filter((outline) => outline.text === index && outline.path !== '')) {
      const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      const own = part > 0 ? (parts[part]?.attributes ?? []) : [];
      for (const { name, value } of own) if (!type.test(name)) shape.setAttribute(name, value);
      shape.setAttribute('d', path);
      group.append(shape);
    }
    text.replaceWith(group);
  });
  svg?.querySelector('style')?.remove();
  return new XMLSerializer().serializeToString(svg ?? document);
}

/**
 * A drawing whose letters are shapes: it needs no typeface, and its words can no longer be changed.
 * @param svg with its faces in it
 * @throws where no face has a letter
 */
export async function outlineTexts(browser: Browser, svg: string, faces: readonly FetchedFace[]): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${svg}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const outlines = await outlinesOf(await page.evaluate(measureTexts), faces);
    return await page.evaluate(putOutlines, outlines);
  } finally {
    await page.context().close();
  }
}
