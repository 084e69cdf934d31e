/** What may stand between two line breaks, with the space before it. */
export interface LinePiece {
  readonly text: string;
  /** Of a piece that follows a space; that space goes where a line ends before it. */
  readonly space: '' | ' ';
}

/** Scripts without spaces between words: Thai and Lao, Burmese, Khmer, kana and Chinese signs. */
export const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
/** What no line begins with: marks of the end, small kana, signs that lengthen or repeat, units after their figure. */
const NEVER_FIRST =
  /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\p{M}ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻ゝゞヽヾๆ％%‰℃°]/u;
/** What no line ends with. */
const NEVER_LAST = /[\p{Ps}\p{Pi}\p{Sc}№]$/u;
/** A figure is not parted from what it counts. */
const COUNT = /\d$|\p{Nd}$/u;

/** Words by the dictionaries of `Intl`; single signs where a browser has none. */
function wordsIn(text: string): readonly string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text];
  return [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

const belongs = (before: string, after: string): boolean =>
  NEVER_FIRST.test(after) || NEVER_LAST.test(before) || COUNT.test(before);

function unspacedPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const word of wordsIn(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && belongs(last, word)) pieces.splice(-1, 1, last + word);
    else pieces.push(word);
  }
  return pieces;
}

/** The pieces of a line between which it may break: at spaces, and between words of scripts that have none. */
export function linePieces(paragraph: string): readonly LinePiece[] {
  return paragraph
    .split(/[ \t]+/)
    .filter((part) => part !== '')
    .flatMap((part) =>
      (UNSPACED.test(part) ? unspacedPieces(part) : [part]).map((text, index) => ({
        text,
        space: index === 0 ? ' ' : ('' as const),
      })),
    );
}
