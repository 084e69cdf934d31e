import type { Correction, Fact, Source, Story, StoryData } from '../../story/story.ts';
import type { TableReading } from '../../story/table.ts';
import { type RawFile, type RawStory, roleOf } from '../files/raw.ts';
import { fileNamed } from '../files/story-files.ts';
import { untranslatedTexts } from '../files/untranslated.ts';
import { parseData } from '../schema/data.ts';
import { dataSourcesSchema, type LocalText, type RawFacts, type RawStoryFile } from '../schema/documents.ts';

/**
 * Writes a fact's value in the reader's language: `formatQuantity` of `i18n`.
 * @param fractionDigits how many digits after the point were written, where noughts are among them
 */
export type WriteFigure = (
  value: number | readonly number[],
  unit: string,
  locale: string,
  fractionDigits: number,
) => string;

/** How one language reads the YAML files. */
export interface Reading {
  readonly locale: string;
  /** Picks this language's words. */
  readonly say: (text: LocalText) => string;
  /** Writes a fact's value. */
  readonly figure: WriteFigure;
}

/** A text written once is the same in all languages; one that lacks this language falls back on the default one. */
export function wordsIn(text: LocalText, locale: string, fallback: string): string {
  return typeof text === 'string' ? text : (text[locale] ?? text[fallback] ?? '');
}

export function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

export function normalizeSources(
  sources: RawStoryFile['sources'],
  { locale, say }: Reading,
): Readonly<Record<string, Source>> {
  return mapValues(sources, ({ label, title, publisher, date, cite, language }, id) => ({
    label: say(label ?? id),
    title: say(title),
    publisher: say(publisher),
    date,
    cite: say(cite),
    language,
    untranslated: untranslatedTexts({ title, publisher, cite }, locale),
  }));
}

/** The newest first, whatever the order in which they were written down. */
export function normalizeCorrections(
  corrections: RawStoryFile['corrections'],
  { locale, say }: Reading,
): readonly Correction[] {
  return corrections
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map(({ date, text }) => ({ date, text: say(text), untranslated: untranslatedTexts({ text }, locale) }));
}

const textsOf = ({ qualifier, text, period, authority, note }: RawFacts[string]) => ({
  qualifier,
  text,
  period,
  authority,
  note,
});

/** Digits after the point that the author of a fact wrote noughts for. */
function digitsWritten(id: string, decimals: RawFile['decimals'] = {}): number {
  return Math.max(0, ...['value', 'value.0', 'value.1'].map((field) => decimals[`${id}.${field}`] ?? 0));
}

export function normalizeFacts(
  facts: RawFacts,
  { locale, say, figure }: Reading,
  decimals?: RawFile['decimals'],
): Readonly<Record<string, Fact>> {
  return mapValues(facts, (fact, id) => ({
    id,
    value: Array.isArray(fact.value) ? fact.value[0] : fact.value,
    figure: fact.value === null ? '' : figure(fact.value, fact.unit, locale, digitsWritten(id, decimals)),
    unit: fact.unit,
    qualifier: say(fact.qualifier),
    text: say(fact.text),
    period: say(fact.period),
    sources: fact.sources,
    authority: say(fact.authority),
    note: say(fact.note),
    untranslated: untranslatedTexts(textsOf(fact), locale),
  }));
}

/** What `data/sources.yaml` says, by the name of the file it is about. */
function sourcesIn(raw: RawStory) {
  const file = fileNamed(raw, 'data/sources.yaml');
  return file === undefined ? {} : dataSourcesSchema.parse(file.data);
}

export function normalizeTables(raw: RawStory, { say }: Reading): Story['tables'] {
  const sources = sourcesIn(raw);
  const entries = raw.files.flatMap((file) => {
    const role = roleOf(file.path);
    if (role.role !== 'table') return [];
    const { source = '', licence = '' } = sources[file.path.slice('data/'.length)] ?? {};
    return [[role.name, { ...(file.data as TableReading).table, source: say(source), licence }] as const];
  });
  return Object.fromEntries(entries);
}

export function normalizeData(raw: RawStory, { locale, say }: Reading): Readonly<Record<string, StoryData>> {
  const entries = raw.files.flatMap((file) => {
    const role = roleOf(file.path);
    if (role.role !== 'data') return [];
    const { members, features } = parseData(file.data);
    if (!members.success) throw members.error;
    const said = sourcesIn(raw)[file.path.slice('data/'.length)];
    const { schematic, source = said?.source ?? '', licence = said?.licence ?? '' } = members.data;
    return [
      [
        role.name,
        {
          source: say(source),
          licence,
          schematic,
          features,
          untranslated: untranslatedTexts({ source }, locale),
        },
      ] as const,
    ];
  });
  return Object.fromEntries(entries);
}
