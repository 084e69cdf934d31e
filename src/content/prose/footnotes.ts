import type { Fact, Story } from '../../story/story.ts';
import { figureText } from './figures.ts';

/** A footnote of a section: who says so, and where. */
export interface Note {
  readonly number: number;
  /** The number in the reader's figures. */
  readonly figure: string;
  readonly text: string;
}

export interface FootnoteOptions {
  readonly sectionId: string;
  /** Writes a note's number in the reader's figures. */
  readonly figure: (number: number) => string;
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

type Attributes = Readonly<Record<string, string>>;

const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;
/** A mark of punctuation after the words belongs before the note's figure. */
const FACT = /<fact-ref([^>]*)>([\s\S]*?)<\/fact-ref>([.,;:!?…،؛؟]?)/g;
const NUMERAL = /<numeral-ref([^>]*)>([\s\S]*?)<\/numeral-ref>/g;
/** A paragraph that holds nothing but a quotation or a numeral. */
const ALONE = /<p>\s*(<(quote|numeral)-ref[^>]*>(?:(?!<\/\2-ref>)[\s\S])*<\/\2-ref>)\s*<\/p>/g;
const QUOTE = /<quote-ref([^>]*)>([\s\S]*?)<\/quote-ref>([.,;:!?…،؛؟]?)/g;
const MARK = /<note-mark data-text="([^"]*)"><\/note-mark>/g;

const ENTITIES: readonly (readonly [string, string])[] = [
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
];

function encoded(text: string): string {
  return ENTITIES.reduce((rest, [sign, entity]) => rest.replaceAll(sign, entity), text.replaceAll('&', '&amp;'));
}

function decoded(html: string): string {
  const signs = ENTITIES.reduce((rest, [sign, entity]) => rest.replaceAll(entity, sign), html);
  return signs.replaceAll('&#34;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}

function attributesOf(html: string): Attributes {
  return Object.fromEntries([...html.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decoded(value)]));
}

/** Punctuation follows the script of the words. */
function semicolonIn(words: string): string {
  return /\p{Script=Arabic}/u.test(words) ? '؛ ' : '; ';
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
  return `${letter.toUpperCase()}${letters.join('')}.`;
}

function mark(text: string): string {
  return `<note-mark data-text="${encoded(text)}"></note-mark>`;
}

function unwrapped(html: string): string {
  return /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1]?.trim() ?? html.trim();
}

function factOf(story: Story, id: string | undefined): Fact {
  const fact = story.facts[id ?? ''];
  if (fact === undefined) throw new Error(`There is no fact ${id ?? ''} in facts.yaml.`);
  return fact;
}

function withFacts(html: string, story: Story): string {
  return html.replace(FACT, (_, attributes: string, inner: string, after: string) => {
    const { 'data-id': id, ...flags } = attributesOf(attributes);
    const fact = factOf(story, id);
    const style = { bare: 'data-bare' in flags, sentence: 'data-sentence' in flags };
    const words = inner.trim() === '' ? encoded(figureText(fact, story.locale, style)) : inner.trim();
    return `${words}${after}${mark(noteText(fact, story.sources))}`;
  });
}

function withNumerals(html: string, story: Story): string {
  return html.replace(NUMERAL, (_, attributes: string, inner: string) => {
    const fact = factOf(story, attributesOf(attributes)['data-fact']);
    const qualifier =
      fact.qualifier === ''
        ? ''
        : figureText({ ...fact, figure: '', text: fact.qualifier }, story.locale, { sentence: true });
    const lead = qualifier === '' ? '' : `<span class="qualifier">${encoded(qualifier)}</span> `;
    const figure = `<span class="figure">${encoded(fact.figure)}</span>`;
    return `<p class="great-numeral">${lead}${figure} ${unwrapped(inner)}${mark(noteText(fact, story.sources))}</p>`;
  });
}

function quoted(inner: string, [open, close]: FootnoteOptions['quotes']): string {
  return `${open}${unwrapped(inner)}${close}`;
}

function isInParagraph(html: string, offset: number): boolean {
  const before = html.slice(0, offset);
  return Math.max(before.lastIndexOf('<p>'), before.lastIndexOf('<p ')) > before.lastIndexOf('</p>');
}

/**
 * A quotation that is a paragraph of its own stands apart with its speaker; one inside a sentence stays in it. That it is a
 * translation stands after the speaker's name, or where there is none in its note.
 */
function withQuotes(html: string, story: Story, { language, quotes, translated }: FootnoteOptions): string {
  return html.replace(QUOTE, (_, attributes: string, inner: string, after: string, offset: number) => {
    const found = attributesOf(attributes);
    const source = story.sources[found['data-source'] ?? ''];
    const isTranslated = source !== undefined && source.language !== null && source.language !== language;
    const note = (remark: string): string => (source === undefined ? '' : mark(`${source.cite}${remark}.`));
    const words = quoted(inner, quotes);
    if (isInParagraph(html, offset)) return `${words}${after}${note(isTranslated ? ` ${translated}` : '')}`;
    const remark = isTranslated ? ` <small>${encoded(translated)}</small>` : '';
    const footer = `${encoded(found['data-by'] ?? '')}${remark}${note('')}`;
    return `<blockquote class="quote"><p>${words}</p><footer>${footer}</footer></blockquote>${after}`;
  });
}

/**
 * Puts figures and footnotes in place of what `<Fact>`, `<Numeral>` and `<Quote>` left in a section's HTML. There is one
 * number for each distinct sentence of source, in order of first mention; the notes belong below the text as elements
 * with the ids `<section>-note-<number>`.
 * @throws where a fact does not exist; `checkStory` says so in the author's words
 */
export function resolveFootnotes(html: string, story: Story, options: FootnoteOptions): Footnotes {
  const { sectionId, figure } = options;
  const texts: string[] = [];
  const mentions = new Map<number, number>();
  const marked = withFacts(withNumerals(withQuotes(html.replace(ALONE, '$1'), story, options), story), story);
  const numbered = marked.replace(MARK, (_, text: string) => {
    const sentence = decoded(text);
    if (!texts.includes(sentence)) texts.push(sentence);
    const number = texts.indexOf(sentence) + 1;
    const mention = (mentions.get(number) ?? 0) + 1;
    mentions.set(number, mention);
    const id = `${sectionId}-ref-${number}${mention === 1 ? '' : `-${mention}`}`;
    return `<sup class="note-ref"><a href="#${sectionId}-note-${number}" id="${id}" role="doc-noteref">${figure(number)}</a></sup>`;
  });
  return {
    html: numbered,
    notes: texts.map((text, index) => ({ number: index + 1, figure: figure(index + 1), text })),
  };
}
