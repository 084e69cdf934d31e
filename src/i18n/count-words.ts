/** Signs of scripts that are written without spaces between words, one after another. */
const UNSPACED = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** Words of a text, where none stand between spaces by the dictionaries of `Intl`. Marks such as a dash are no words. */
export function countWords(text: string): number {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const spaced = text.replace(
    UNSPACED,
    (run) => ` ${[...segmenter.segment(run)].map(({ segment }) => segment).join(' ')} `,
  );
  return spaced.match(WORD)?.length ?? 0;
}
