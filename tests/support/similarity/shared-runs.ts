import { createHash } from 'node:crypto';

/** Shared words in a row from which on a sentence counts as taken over. */
export const RUN_WORDS = 6;
/** 40 bits: among the 10,000 runs of a long story and 1,000 of its sources a chance match has odds of 1 in 100,000. */
const HASH_DIGITS = 10;

/** All runs of `RUN_WORDS` words of some texts, as salted and truncated SHA-256, so that the texts need not be kept. */
export interface RunHashes {
  /** Which texts they are made from, and how. */
  readonly about: string;
  readonly salt: string;
  /** In hexadecimal, sorted: the order of the texts is not kept. */
  readonly hashes: readonly string[];
}

/** Words that a text shares with the hashed ones. */
export interface SharedRun {
  /** The words as the text writes them. */
  readonly run: string;
  readonly words: number;
  /** The sentence, or the sentences, the run stands in. */
  readonly sentence: string;
}

interface Word {
  /** Compared; `BREAK` where a quotation stands. */
  readonly form: string;
  readonly from: number;
  readonly to: number;
}

const BREAK = '\uFFFC';
const QUOTATION = /“[^”]*”|"[^"]*"/g;
const WORD = new RegExp(
  `${BREAK}+|[\\p{L}\\p{M}\\p{N}]+(?:['’‐‑–-][\\p{L}\\p{M}\\p{N}]+|(?<=\\p{N})[.,](?=\\p{N})\\p{N}+)*`,
  'gu',
);

function formOf(word: string): string {
  if (word.startsWith(BREAK)) return BREAK;
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/[‐‑–]/g, '-');
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    form: formOf(word),
    from: index,
    to: index + word.length,
  }));
}

function hashOf(words: readonly Word[], salt: string): string {
  const joined = words.map(({ form }) => form).join(' ');
  return createHash('sha256').update(`${salt}\n${joined}`).digest('hex').slice(0, HASH_DIGITS);
}

/** Each run of `RUN_WORDS` words, by the word it begins with. */
function windowsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  return words.slice(RUN_WORDS - 1).map((_, start) => words.slice(start, start + RUN_WORDS));
}

export function hashRuns(texts: readonly string[], { about, salt }: Omit<RunHashes, 'hashes'>): RunHashes {
  const hashes = texts.flatMap((text) => windowsOf(wordsOf(text)).map((words) => hashOf(words, salt)));
  return { about, salt, hashes: [...new Set(hashes)].sort() };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentenceAround(text: string, from: number, to: number): string {
  return [...sentences.segment(text)]
    .filter(({ index, segment }) => index < to && index + segment.length > from)
    .map(({ segment }) => segment)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Where a text has `RUN_WORDS` or more words in a row of the hashed texts. Case, punctuation and the form of quotation
 * marks, apostrophes and dashes do not count. What stands in quotation marks is not compared, and no run reaches across it.
 */
export function sharedRuns(text: string, { salt, hashes }: RunHashes): readonly SharedRun[] {
  const known = new Set(hashes);
  const words = wordsOf(text.replace(QUOTATION, (quotation) => BREAK.repeat(quotation.length)));
  const starts = windowsOf(words).flatMap((window, start) => {
    const isProse = window.every(({ form }) => form !== BREAK);
    return isProse && known.has(hashOf(window, salt)) ? [start] : [];
  });
  const firsts = starts.filter((start) => !starts.includes(start - 1));
  const lasts = starts.filter((start) => !starts.includes(start + 1));
  return firsts.map((first, index) => {
    const run = words.slice(first, (lasts[index] ?? first) + RUN_WORDS);
    const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
    return { run: text.slice(from, to), words: run.length, sentence: sentenceAround(text, from, to) };
  });
}
