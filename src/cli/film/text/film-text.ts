import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { countWords } from './reading-speed.ts';

/** What a section says in a film. */
export interface FilmText {
  readonly id: string;
  readonly kicker: string;
  readonly title: string;
  readonly isTitleShown: boolean;
  readonly lines: readonly FilmLine[];
  /** How long it stands still, as its author wants it; null where reading decides. */
  readonly seconds: number | null;
}

export type FilmLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly by: string }
  | { readonly kind: 'numeral'; readonly figure: string; readonly before: string; readonly after: string };

type Test = (element: Element) => boolean;

const classesOf = ({ properties }: Element): readonly unknown[] => [properties.className ?? []].flat();

const hasClass =
  (name: string): Test =>
  (element) =>
    classesOf(element).includes(name);

function findAll(tree: Root | Element, test: Test): readonly Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (!test(element)) return undefined;
    found.push(element);
    return SKIP;
  });
  return found;
}

function find(tree: Root | Element, test: Test): Element | null {
  let found: Element | null = null;
  visit(tree, 'element', (element) => {
    if (!test(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

const hasId = (properties: Element['properties']): boolean => properties['id'] !== undefined;

const isNote = hasClass('note-ref');

/** Without the figures of notes, which lead nowhere in a film. */
const withoutNotes = (element: Element): Element => ({
  ...element,
  children: element.children
    .filter((child) => child.type !== 'element' || !isNote(child))
    .map((child): ElementContent => (child.type === 'element' ? withoutNotes(child) : child)),
});

const wordsOf = (element: Element | null): string =>
  element === null ? '' : toText(withoutNotes(element), { whitespace: 'nowrap' }).replace(/\s+/g, ' ').trim();

function quoteOf(quote: Element): FilmLine {
  const footer = find(quote, ({ tagName }) => tagName === 'footer');
  const said = findAll(quote, ({ tagName }) => tagName === 'p');
  return { kind: 'quote', text: said.map(wordsOf).join(' '), by: wordsOf(footer) };
}

function numeralOf(element: Element): FilmLine {
  const figure = wordsOf(find(element, hasClass('figure')));
  const all = wordsOf(element);
  const at = all.indexOf(figure);
  return {
    kind: 'numeral',
    figure,
    before: all.slice(0, at).trim(),
    after: all.slice(at + figure.length).trim(),
  };
}

const isLine: Test = (element) => hasClass('quote')(element) || hasClass('great-numeral')(element);

const textOf = (properties: Element['properties'], name: string): string => String(properties[name] ?? '');

/** A film waits for nobody: as many words as say something, and no more than are read in passing. */
const WORDS = { least: 10, most: 34 };

/** The sentences a section's prose begins with; empty where it has none, or where the first is too long. */
function firstSentences(section: Element, locale: string): string {
  const body = find(section, hasClass('body'));
  // Paragraphs within pictures and players are of these.
  const own = body?.children.find((child) => child.type === 'element' && child.tagName === 'p');
  const prose = wordsOf(own?.type === 'element' ? own : null);
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(prose)];
  const starts = sentences.map((_, index) => prose.slice(0, sentences[index + 1]?.index ?? prose.length).trim());
  const fitting = starts.filter((start) => countWords(start, locale) <= WORDS.most);
  return fitting.find((start) => countWords(start, locale) >= WORDS.least) ?? fitting.at(-1) ?? '';
}

function linesOf(section: Element, locale: string): readonly FilmLine[] {
  const own = textOf(section.properties, 'dataFilmText');
  if (own !== '') return [{ kind: 'text', text: own }];
  const lines = findAll(section, isLine);
  if (lines.length > 0) return lines.map((line) => (hasClass('quote')(line) ? quoteOf(line) : numeralOf(line)));
  // A title alone would leave who sees the film without the story.
  const text = find(section, hasClass('standfirst')) ? '' : firstSentences(section, locale);
  return text === '' ? [] : [{ kind: 'text', text }];
}

function filmText(section: Element, locale: string): FilmText {
  const heading = find(section, ({ tagName }) => tagName === 'h1' || tagName === 'h2');
  const seconds = textOf(section.properties, 'dataFilmSeconds');
  return {
    id: textOf(section.properties, 'id'),
    kicker: wordsOf(find(section, hasClass('kicker'))),
    title: wordsOf(heading),
    // The numeral stands for it.
    isTitleShown: heading !== null && !hasClass('visually-hidden')(heading),
    lines: linesOf(section, locale),
    seconds: seconds === '' ? null : Number(seconds),
  };
}

/**
 * What each section says in a film: what its author wrote for it, else its title with quotations
 * and great numerals, or where it has neither with how its prose begins.
 * @param html of the story's built page
 */
export function filmTexts(html: string, locale: string): readonly FilmText[] {
  const main = find(fromHtml(html), ({ tagName }) => tagName === 'main');
  const isSection: Test = ({ tagName, properties }) => tagName === 'section' && hasId(properties);
  return main === null ? [] : findAll(main, isSection).map((section) => filmText(section, locale));
}

/** All words of a text, as they are counted. */
export const allWords = ({ kicker, title, lines }: FilmText): string =>
  [kicker, title, ...lines.flatMap(({ kind: _, ...words }) => Object.values(words))].join(' ');
