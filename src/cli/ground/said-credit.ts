import { shellWord } from '../lib/shell-word.ts';

/** Whose something is, as `--credit` says it. */
export interface SaidCredit {
  readonly credit: string | null;
  /** The same in other languages, by tag. */
  readonly credits: Readonly<Record<string, string>>;
}

/** `--credit pt-BR="Altitudes: …"`: a tag before the words. */
const TAGGED = /^([a-z]{2,3}(?:-[A-Za-z\d]{2,8})*)=(.+)$/su;

/** Reads all that was given as `--credit`. */
export function parseCredits(values: readonly string[] = []): SaidCredit {
  const tagged = values.flatMap((value) => {
    const [, tag, words] = TAGGED.exec(value) ?? [];
    return tag === undefined || words === undefined ? [] : [[tag, words] as const];
  });
  const plain = values.filter((value) => !TAGGED.test(value));
  return { credit: plain.at(-1) ?? null, credits: Object.fromEntries(tagged) };
}

/** Languages alone say nothing to readers of others. */
export function creditProblems(values: readonly string[] = []): readonly string[] {
  const { credit, credits } = parseCredits(values);
  const plain = values.length - Object.keys(credits).length;
  if (plain > 1)
    return ['--credit is given more than once. Say it once, and for another language as --credit pt-BR="…".'];
  const [tag] = Object.keys(credits);
  return tag === undefined || credit !== null
    ? []
    : [`--credit ${tag}="…" is for readers of one language. Say it for all others, too: --credit "…".`];
}

/** The same options again, as words of a command line. */
export const creditWords = ({ credit, credits }: SaidCredit): readonly string[] =>
  [...(credit === null ? [] : [credit]), ...Object.entries(credits).map(([tag, words]) => `${tag}=${words}`)].map(
    (said) => (said.startsWith('-') ? `--credit=${shellWord(said)}` : `--credit ${shellWord(said)}`),
  );
