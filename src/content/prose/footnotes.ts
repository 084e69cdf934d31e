import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Fact, Story } from '../../story/story.ts';
import { figureText } from './figures.ts';
import { asHtml, createNotes, element, type Note, type NumberOptions, words } from './footnote-numbers.ts';
import { footnoteNamed, inOneLine, takeMarkdownNotes } from './markdown-notes.ts';
import { placeNamesOf } from './place-names.ts';
import { withWholeNames } from './whole-words.ts';

export interface FootnoteOptions extends NumberOptions {
  /** Language the words are in. */
  readonly language: string;
  /** Marks around what a person said. */
  readonly quotes: readonly [string, string];
  /** What marks a quotation from a source in another language. */
  readonly translated: string;
}

export interface Footnotes {
  readonly html: string;
  readonly notes: readonly Note[];
}

type Child = ElementContent;

const isElement = (child: Child, ...names: readonly string[]): child is Element =>
  child.type === 'element' && names.includes(child.tagName);

const isBlank = (child: Child): boolean => child.type === 'text' && child.value.trim() === '';

/** The same without white space at its ends. */
function trimmed(children: readonly Child[]): readonly Child[] {
  const first = children.findIndex((child) => !isBlank(child));
  const last = children.findLastIndex((child) => !isBlank(child));
  return children.slice(Math.max(0, first), last + 1).map((child, at, kept) => {
    if (child.type !== 'text') return child;
    const start = at === 0 ? child.value.trimStart() : child.value;
    return words(at === kept.length - 1 ? start.trimEnd() : start);
  });
}

/** What an element holds, by paragraph: words without one are one. */
function paragraphsIn(children: readonly Child[]): readonly (readonly Child[])[] {
  const told = children.filter((child) => !isBlank(child));
  const paragraphs = told.flatMap((child) => (isElement(child, 'p') ? [trimmed(child.children)] : []));
  return told.length > 0 && paragraphs.length === told.length ? paragraphs : [trimmed(children)];
}

/** Paragraphs with something at the end of the last. */
const withLast = (paragraphs: readonly (readonly Child[])[], end: readonly Child[]): readonly (readonly Child[])[] =>
  paragraphs.map((children, at) => (at === paragraphs.length - 1 ? [...children, ...end] : children));

const EAST_ASIAN = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u;

/** Punctuation follows the script of the words. */
function semicolonIn(words: string): string {
  if (EAST_ASIAN.test(words)) return '；';
  return /\p{sc=Arab}/u.test(words) ? '؛ ' : '; ';
}

/** What ends a sentence in the script of its words. Thai has no sign for it. */
function stopIn(words: string): string {
  if (EAST_ASIAN.test(words)) return '。';
  if (/[\p{sc=Deva}\p{sc=Beng}]/u.test(words)) return '।';
  return /\p{sc=Thai}/u.test(words) ? '' : '.';
}

/**
 * Joins who says so with where it stands, and says what both say only once: "UN, quoted by AFP" and "AFP, Beirut, …" make
 * "UN, quoted by AFP, Beirut, …"; "AFP; no direction given" makes "AFP, Beirut, …; no direction given".
 */
function joined(authority: string, cite: string): string {
  const heads = [...cite.matchAll(/[,،] |$/g)].map(({ index }) => cite.slice(0, index)).reverse();
  for (const head of heads) {
    if (authority === head || authority.endsWith(` ${head}`)) return authority + cite.slice(head.length);
    if (/^[;,؛،] /.test(authority.slice(head.length)) && authority.startsWith(head)) {
      return `${cite}${semicolonIn(cite)}${authority.slice(head.length + 2)}`;
    }
  }
  return `${authority}${semicolonIn(cite)}${cite}`;
}

/** The sentence of a footnote: "UN OCHA, quoted by AFP, Beirut, 27 December 2019." */
export function noteText(fact: Fact, sources: Story['sources']): string {
  const cites = fact.sources.flatMap((id) => sources[id]?.cite ?? []);
  const [first, ...rest] = cites;
  const lead = first === undefined ? fact.authority : joined(fact.authority, first);
  const [letter = '', ...letters] = [lead, ...rest].join(semicolonIn(lead));
  return `${letter.toUpperCase()}${letters.join('')}${stopIn(lead)}`;
}

function factOf(story: Story, id: unknown): Fact {
  const fact = story.facts[String(id)];
  if (fact === undefined) throw new Error(`There is no fact ${String(id)} in facts.yaml.`);
  return fact;
}

interface Setting extends Pick<FootnoteOptions, 'quotes' | 'language' | 'translated'> {
  readonly story: Story;
  /** A link to a note that is one sentence. */
  readonly refer: (text: string) => Element;
  /** A link to a note in Markdown by its name. */
  readonly referTo: (name: string, setting: Setting) => Element;
  readonly isInParagraph: boolean;
}

function figureOf({ properties }: Element, fact: Fact, { story }: Setting): Child {
  const { dataBare, dataSentence } = properties;
  return words(figureText(fact, story.locale, { bare: dataBare !== undefined, sentence: dataSentence !== undefined }));
}

/** Units of length: a raised 2 right after one would make it an area, a 3 a volume. */
const LENGTH = /(?:^|[\s\d\u00a0\u202f])(?:[kcmdnµ]?m|mi|ft|yd|in)$/;
const NARROW_SPACE = '\u202f';

const gapAfter = (told: readonly Child[]): readonly Child[] =>
  LENGTH.test(asHtml(told).replace(/<[^>]*>/g, '')) ? [words(NARROW_SPACE)] : [];

/** @param after punctuation after the element, which belongs before the note's figure */
function resolveFact(found: Element, after: readonly Child[], setting: Setting): readonly Child[] {
  const fact = factOf(setting.story, found.properties['dataId']);
  const own = trimmed(resolveAll(found.children, setting));
  const told = [...(own.length === 0 ? [figureOf(found, fact, setting)] : own), ...after];
  return [...told, ...gapAfter(told), setting.refer(noteText(fact, setting.story.sources))];
}

function resolveNumeral(found: Element, setting: Setting): readonly Child[] {
  const { story, refer } = setting;
  const fact = factOf(story, found.properties['dataFact']);
  const qualifier = figureText({ ...fact, figure: '', text: fact.qualifier }, story.locale, { sentence: true });
  const lead = [element('span', { className: ['qualifier'] }, [words(qualifier)]), words(' ')];
  const figure = element('span', { className: ['figure'] }, [words(fact.figure)]);
  const [first = [], ...rest] = paragraphsIn(resolveAll(found.children, { ...setting, isInParagraph: true }));
  const whole = [[...(fact.qualifier === '' ? [] : lead), figure, words(' '), ...first], ...rest];
  const told = withLast(whole, [refer(noteText(fact, story.sources))]);
  return told.map((children, at) => element('p', at === 0 ? { className: ['great-numeral'] } : {}, children));
}

/**
 * A quotation that is a paragraph of its own stands apart with its speaker; one inside a sentence stays in it. That it is a
 * translation stands after the speaker's name, or where there is none in its note.
 */
function resolveQuote(found: Element, after: readonly Child[], setting: Setting): readonly Child[] {
  const { story, refer, language, translated } = setting;
  const [open, close] = setting.quotes;
  const [first = [], ...rest] = paragraphsIn(resolveAll(found.children, { ...setting, isInParagraph: true }));
  const told = withLast([[words(open), ...first], ...rest], [words(close)]);
  const source = story.sources[String(found.properties['dataSource'])];
  const isTranslated = source !== undefined && source.language !== null && source.language !== language;
  const note = (remark: string): readonly Child[] =>
    source === undefined ? [] : [refer(`${source.cite}${remark}${stopIn(source.cite)}`)];
  if (setting.isInParagraph) return [...told.flat(), ...after, ...note(isTranslated ? ` ${translated}` : '')];
  const by = words(String(found.properties['dataBy'] ?? ''));
  const remark = isTranslated ? [words(' '), element('small', {}, [words(translated)])] : [];
  const paragraphs = told.map((children) => element('p', {}, children));
  return [
    element('blockquote', { className: ['quote'] }, [
      ...paragraphs,
      element('footer', {}, [by, ...remark, ...note('')]),
    ]),
    ...after,
  ];
}

/** A paragraph that holds nothing but a quotation or a numeral is taken for what it holds. */
function aloneIn(child: Child): Child {
  if (!isElement(child, 'p')) return child;
  const [only, ...others] = trimmed(child.children);
  const isAlone = others.length === 0 && only !== undefined && isElement(only, 'quote-ref', 'numeral-ref');
  return isAlone ? only : child;
}

function resolveOne(child: Child, after: readonly Child[], setting: Setting): readonly Child[] {
  if (child.type !== 'element') return [child];
  const isInParagraph = setting.isInParagraph || child.tagName === 'p';
  const note = footnoteNamed(child);
  if (note !== null) return [setting.referTo(note, setting)];
  switch (child.tagName) {
    case 'fact-ref':
      return resolveFact(child, after, setting);
    case 'quote-ref':
      return resolveQuote(child, after, setting);
    case 'numeral-ref':
      return [...resolveNumeral(child, setting), ...after];
    default:
      return [element(child.tagName, child.properties, resolveAll(child.children, { ...setting, isInParagraph }))];
  }
}

/** What the components leave. */
const REFERENCES = ['fact-ref', 'quote-ref', 'numeral-ref'];

const PUNCTUATION = /^[.,;:!?…،؛؟۔。、，；：！？।]/;

function resolveAll(children: readonly Child[], setting: Setting): readonly Child[] {
  const given = children.map(aloneIn);
  return given.flatMap((child, at) => {
    const [before, next] = [given[at - 1], given[at + 1]];
    const isAfter = before !== undefined && isElement(before, ...REFERENCES);
    if (child.type === 'text') return [words(isAfter ? child.value.replace(PUNCTUATION, '') : child.value)];
    const sign = next?.type === 'text' ? (PUNCTUATION.exec(next.value)?.[0] ?? '') : '';
    return resolveOne(child, sign === '' ? [] : [words(sign)], setting);
  });
}

/**
 * Puts figures and footnotes in place of what `<Fact>`, `<Numeral>` and `<Quote>` left in a section's HTML, and of the
 * footnotes of Markdown. There is one number for each distinct sentence of source and each footnote, in order of first
 * mention, on from those of the sections before; the notes belong below the text as elements with the ids `<section>-note-<number>`.
 * @throws where a fact does not exist; `checkStory` says so in the author's words
 */
export function resolveFootnotes(html: string, story: Story, options: FootnoteOptions): Footnotes {
  const notes = createNotes(options);
  const names = placeNamesOf(story);
  const { children } = fromHtml(html, { fragment: true });
  const { text, notes: written } = takeMarkdownNotes(children as Child[]);
  const setting: Setting = {
    ...options,
    story,
    refer: (sentence) => notes.refer(`sentence ${sentence}`, () => withWholeNames([words(sentence)], names)),
    referTo: (name, within) =>
      notes.refer(`footnote ${name}`, () =>
        withWholeNames(inOneLine(resolveAll(written.get(name) ?? [], { ...within, isInParagraph: true })), names),
      ),
    isInParagraph: false,
  };
  return { html: asHtml(withWholeNames(resolveAll(text, setting), names)), notes: notes.all() };
}
