import { canonicalTag } from '../../../i18n/language-tags.ts';
import type { ImportedStory } from '../dialects/imported-story.ts';
import { htmlToText } from '../text/html-to-mdx.ts';

export interface Language {
  readonly tag: string;
  /** How it is known, for the report. */
  readonly how: string;
}

/** A language most likely meant by a script; those of Latin letters cannot be told apart by them. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Thai}/u, 'th'],
];

/** Names that StoryMapJS and others use in place of a tag. */
const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  spanish: 'es',
  french: 'fr',
  german: 'de',
  arabic: 'ar',
  portuguese: 'pt',
  italian: 'it',
  'zh-cn': 'zh-Hans',
  'zh-tw': 'zh-Hant',
  iw: 'he',
};

function wordsOf({ title, subtitle, chapters }: ImportedStory): string {
  const html = chapters.flatMap(({ title: own, blocks }) => [
    own,
    ...blocks.map((block) => (block.kind === 'html' ? block.html : '')),
  ]);
  return [title, subtitle, ...html]
    .map((text) => htmlToText(text.slice(0, 2000)))
    .join(' ')
    .slice(0, 20_000);
}

/** The language of a story: as asked for, as it says itself, or by its letters. */
export function languageOf(story: ImportedStory, asked: string | undefined): Language {
  if (asked !== undefined) return { tag: canonicalTag(asked) ?? 'en', how: 'as asked for' };
  const said = story.language.trim();
  const own = said === '' ? null : canonicalTag(NAMES[said.toLowerCase()] ?? said);
  if (own !== null) return { tag: own, how: 'as it says itself' };
  const words = wordsOf(story);
  const letters = words.match(/\p{L}/gu) ?? [];
  const found = SCRIPTS.map(([script, tag]) => ({
    tag,
    share: letters.filter((letter) => script.test(letter)).length / letters.length,
  }))
    .filter(({ share }) => share > 0.3)
    .sort((a, b) => b.share - a.share)[0];
  if (found !== undefined) return { tag: found.tag, how: 'by its letters; --language says otherwise' };
  return { tag: 'en', how: 'it says none; --language says otherwise' };
}
