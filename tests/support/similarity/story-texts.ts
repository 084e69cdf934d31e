import { fieldsOf, whereInBody, whereOf } from '../../../src/content/files/fields.ts';
import { type RawFile, type RawStory, roleOf } from '../../../src/content/files/raw.ts';
import type { Where } from '../../../src/content/lint/diagnostics/problems.ts';
import { normalizeFacts, wordsIn } from '../../../src/content/normalize/normalize-documents.ts';
import { figureText } from '../../../src/content/prose/figures.ts';
import { scanBody } from '../../../src/content/prose/mdx-body.ts';
import { factsSchema, storySchema } from '../../../src/content/schema/documents.ts';
import { formatQuantity } from '../../../src/i18n/format-quantity.ts';
import type { Fact } from '../../../src/story/story.ts';

/** A text of a story and where it stands. */
export interface StoryText extends Where {
  readonly text: string;
}

type Facts = Readonly<Record<string, Fact>>;

const FIGURE = /<(?:Fact\b([^>]*)\/|Numeral\b([^>]*))>/g;
const FACT_ID = /\b(?:id|fact)="([^"]*)"/;
const QUOTE = /<Quote\b[^>]*>([\s\S]*?)<\/Quote\s*>/g;
const PARAGRAPH = /(?:[^\n]+\n?)+/g;

function dataOf(raw: RawStory, path: string): unknown {
  return raw.files.find((file) => file.path === path)?.data;
}

/** MDX as it is read: with the figures of facts, quotations in their marks, and no tags. */
function readerText(mdx: string, facts: Facts, locale: string): string {
  const figure = (_: string, inSentence?: string, alone?: string) => {
    const attributes = inSentence ?? alone ?? '';
    const fact = facts[FACT_ID.exec(attributes)?.[1] ?? ''];
    return fact === undefined ? '' : `${figureText(fact, locale, { bare: /\bbare\b/.test(attributes) })} `;
  };
  const { prose } = scanBody(mdx.replace(FIGURE, figure).replaceAll('</Numeral>', '').replace(QUOTE, '“$1”'));
  return prose
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
}

/**
 * All a story says in one language: prose by paragraph, and every string of frontmatter, `story.yaml`, `facts.yaml`,
 * `places.yaml` and `data/`. Strings written once for all languages are among them.
 */
export function storyTexts(raw: RawStory, locale: string): readonly StoryText[] {
  const { locales, defaultLocale } = storySchema.parse(dataOf(raw, 'story.yaml'));
  const facts = normalizeFacts(factsSchema.parse(dataOf(raw, 'facts.yaml')), {
    locale,
    say: (text) => wordsIn(text, locale, defaultLocale),
    figure: formatQuantity,
  });
  const others = new Set(locales.filter((other) => other !== locale));
  const isRead = (file: RawFile) => {
    const role = roleOf(file.path);
    return role.role !== 'translated' && !('locale' in role && role.locale !== locale);
  };
  const stringsOf = (file: RawFile) =>
    fieldsOf(file.data).flatMap(({ field, value }) => {
      const isOther = field.split('.').some((part) => others.has(part));
      return typeof value === 'string' && !isOther ? [{ ...whereOf(raw, file, field), text: value }] : [];
    });
  const paragraphsOf = (file: RawFile) =>
    [...file.body.matchAll(PARAGRAPH)].map(({ 0: paragraph, index }) => ({
      ...whereInBody(raw, file, index),
      text: readerText(paragraph, facts, locale),
    }));
  return raw.files.filter(isRead).flatMap((file) => [...stringsOf(file), ...paragraphsOf(file)]);
}
