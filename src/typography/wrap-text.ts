import { linePieces } from './line-pieces.ts';
import { type TextMetricsStyle, textWidth } from './text-metrics.ts';

function wrapParagraph(paragraph: string, maxWidth: number, style: TextMetricsStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { text, space } of linePieces(paragraph)) {
    const longer = line === '' ? text : line + space + text;
    if (line !== '' && textWidth(longer, style) > maxWidth) {
      lines.push(line);
      line = text;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Breaks a text at spaces, or between words of scripts without spaces, into lines no wider than `maxWidth`; a longer single word stays whole on its own line. */
export function wrapText(text: string, maxWidth: number, style: TextMetricsStyle): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, maxWidth, style));
}

/** Like `wrapText`, with the same number of lines made as even as they can be. */
export function wrapBalanced(text: string, maxWidth: number, style: TextMetricsStyle): readonly string[] {
  const lines = wrapText(text, maxWidth, style);
  if (lines.length < 2) return lines;
  let best = lines;
  let [low, high] = [maxWidth / 2, maxWidth];
  while (high - low > 2) {
    const middle = (low + high) / 2;
    const tighter = wrapText(text, middle, style);
    if (tighter.length > lines.length) {
      low = middle;
    } else {
      best = tighter;
      high = middle;
    }
  }
  return best;
}
