import { buildAtlas } from './atlas.ts';
import type { Ground } from './ground.ts';
import type { AnnotationContext } from './normalize-annotation.ts';
import { isPage, normalizeOpening, normalizePage, normalizeSection, type SectionFiles } from './normalize-section.ts';
import { type RawFile, type RawStory, roleOf } from './raw.ts';
import { factsSchema, type LocalText, placesSchema, storySchema } from './schema.ts';
import { dataSchema } from './schema-data.ts';
import type { Fact, Source, Story, StoryData } from './story.ts';

/** The id of `index.mdx` among the sections. */
export const OPENING_ID = 'opening';

export interface NormalizeOptions {
  readonly locale: string;
  readonly ground: Ground;
  /** Writes a fact's value in the reader's language: `formatQuantity` of `i18n`, which this part may not import. */
  readonly figure: (value: number, unit: string, locale: string) => string;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

function fileOf(raw: RawStory, path: string): RawFile {
  const file = raw.files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${raw.folder}/${path} is missing.`);
  return file;
}

/** Picks one language's words. A text that is the same in all languages is written once. */
export function wordsIn(text: LocalText, locale: string, fallback: string): string {
  return typeof text === 'string' ? text : (text[locale] ?? text[fallback] ?? '');
}

function normalizeData(raw: RawStory, say: (text: LocalText) => string): Record<string, StoryData> {
  const entries = raw.files.flatMap((file) => {
    const role = roleOf(file.path);
    if (role.role !== 'data') return [];
    const { source = '', licence = '', schematic, features } = dataSchema.parse(file.data);
    const exact = features.map(({ id, geometry }) => ({ id: String(id), geometry }));
    return [[role.name, { source: say(source), licence, schematic, features: exact }] as const];
  });
  return Object.fromEntries(entries);
}

/** Section files in reading order, each with its translation. */
function sectionFiles(raw: RawStory, locale: string, defaultLocale: string): readonly SectionFiles[] {
  const translationOf = (path: string) =>
    locale === defaultLocale ? null : fileOf(raw, path.replace(`${defaultLocale}/`, `${locale}/`));
  return raw.files
    .flatMap((base) => {
      const role = roleOf(base.path);
      if (role.role !== 'section' || role.locale !== defaultLocale) return [];
      return [{ number: role.number, id: role.id, base, translation: translationOf(base.path) }];
    })
    .sort((a, b) => a.number - b.number);
}

/**
 * Makes a story that `checkStory` found no error in exact: one language, defaults filled in, names resolved.
 * @throws where the story is not of the right form, with the first reason only
 */
export function normalizeStory(raw: RawStory, { locale, ground, figure }: NormalizeOptions): Story {
  const file = storySchema.parse(fileOf(raw, 'story.yaml').data);
  const { defaultLocale } = file;
  const say = (text: LocalText) => wordsIn(text, locale, defaultLocale);
  const places = mapValues(placesSchema.parse(fileOf(raw, 'places.yaml').data), (place, id) => ({ id, ...place }));
  const data = normalizeData(raw, say);
  const context: AnnotationContext = { places, atlas: buildAtlas(ground, data) };
  const index = `${defaultLocale}/index.mdx`;
  const translation = locale === defaultLocale ? null : fileOf(raw, `${locale}/index.mdx`);
  const opening = normalizeOpening({ id: OPENING_ID, base: fileOf(raw, index), translation }, context);
  const files = sectionFiles(raw, locale, defaultLocale);
  const onMap = files.filter(({ base }) => !isPage(base));
  return {
    ...file,
    slug: raw.slug,
    locale,
    title: opening.section.title,
    kicker: opening.section.kicker,
    standfirst: opening.standfirst,
    byline: opening.byline,
    description: opening.description,
    sources: mapValues(
      file.sources,
      (source): Source => ({
        title: say(source.title),
        publisher: say(source.publisher),
        date: source.date,
        cite: say(source.cite),
      }),
    ),
    facts: mapValues(
      factsSchema.parse(fileOf(raw, 'facts.yaml').data),
      (fact, id): Fact => ({
        ...fact,
        id,
        figure: fact.value === null ? '' : figure(fact.value, fact.unit, locale),
        qualifier: say(fact.qualifier),
        text: say(fact.text),
        period: say(fact.period),
        authority: say(fact.authority),
        note: say(fact.note),
      }),
    ),
    places,
    data,
    sections: [opening.section, ...onMap.map((files, index) => normalizeSection(files, index + 1, context))],
    pages: files.filter(({ base }) => isPage(base)).map(normalizePage),
  };
}
