import type { Element, ElementContent, Text } from 'hast';
import { asHtml, element, words } from './footnote-numbers.ts';

/** A longer word may have to be broken on a small screen. */
const LONGEST = 24;

/** A word with a hyphen in it, and what belongs to its end. */
const HYPHENATED = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)+(?:[’'][\p{L}\p{M}]+)?/gu;

/** "al-Numan", "Al-Bab", "el-Arish": an article that is written with its name. */
const ARTICLE = /^[AaEe]\p{Ll}{1,2}-\p{Lu}/u;

const NOT_PROSE: ReadonlySet<string> = new Set(['code', 'pre', 'svg', 'math']);

/** The parts of words that have a hyphen in them, as names of places are written. */
const partsOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => name.match(HYPHENATED) ?? []));

function isWhole(word: string, parts: ReadonlySet<string>): boolean {
  const bare = word.replace(/[’'].*$/, '');
  return word.length <= LONGEST && (ARTICLE.test(word) || parts.has(bare));
}

function wholeIn({ value }: Text, parts: ReadonlySet<string>): readonly ElementContent[] {
  const found = [...value.matchAll(HYPHENATED)].filter(([word]) => isWhole(word, parts));
  const pieces = found.flatMap(({ index, 0: word }, at): readonly ElementContent[] => {
    const before = found[at - 1];
    const from = before === undefined ? 0 : before.index + before[0].length;
    return [words(value.slice(from, index)), element('span', { className: ['whole'] }, [words(word)])];
  });
  const last = found.at(-1);
  const rest = last === undefined ? value : value.slice(last.index + last[0].length);
  return [...pieces, words(rest)].filter((piece) => piece.type !== 'text' || piece.value !== '');
}

const isWords = (child: ElementContent): child is Text => child.type === 'text';

/**
 * Text in which no line ends at the hyphen of a name, be it a place of the story's or one that begins with its article.
 * @param names of places, in the text's language
 */
export function withWholeNames(
  children: readonly ElementContent[],
  names: readonly string[],
): readonly ElementContent[] {
  const parts = partsOf(names);
  const walk = (child: ElementContent): readonly ElementContent[] => {
    if (isWords(child)) return wholeIn(child, parts);
    if (child.type !== 'element' || NOT_PROSE.has(child.tagName)) return [child];
    const whole: Element = { ...child, children: child.children.flatMap(walk) };
    return [whole];
  };
  return children.flatMap(walk);
}

/** Plain words, as {@link withWholeNames} sets them, in HTML. */
export const wholeNamesHtml = (text: string, names: readonly string[]): string =>
  asHtml(withWholeNames([words(text)], names));
