import { PLACE_ZOOM } from '../../geo/camera/zoom-limits.ts';
import type { Polygons } from '../../story/shapes/geometry-parts.ts';
import type { Section, Story } from '../../story/story.ts';
import { annotationFields } from '../files/annotation-fields.ts';
import { type RawFile, type RawStory, roleOf } from '../files/raw.ts';
import { noTranslation } from '../files/untranslated.ts';
import { factsSchema, placesSchema, storySchema } from '../schema/documents.ts';
import { bindSections } from './bind-annotations.ts';
import {
  mapValues,
  normalizeCorrections,
  normalizeData,
  normalizeFacts,
  normalizeSources,
  normalizeTables,
  type Reading,
  type WriteFigure,
  wordsIn,
} from './normalize-documents.ts';
import { normalizeGrounds } from './normalize-ground.ts';
import { normalizeLayers } from './normalize-layers.ts';
import { normalizeLongitudes } from './normalize-longitudes.ts';
import { type BuiltMedia, normalizeMedia, withVeilCards } from './normalize-media.ts';
import {
  isPage,
  normalizeOpening,
  normalizePage,
  normalizeSection,
  type SectionFiles,
  type UnframedSection,
} from './normalize-section.ts';
import { withData } from './section-data.ts';
import { usedShapes } from './used-shapes.ts';

/** The id of `index.mdx` among the sections. */
const OPENING_ID = 'opening';

export interface NormalizeOptions {
  readonly locale: string;
  readonly figure: WriteFigure;
  /** How near cameras come to the story's basemap. */
  readonly nearestZoom?: number;
  /** All there are; the story keeps those it shows. */
  readonly drawings?: Story['drawings'];
  readonly mapTexts?: Story['mapTexts'];
  readonly builtMedia?: BuiltMedia;
  /** Admin-1 regions of the basemap, by id. */
  readonly regions?: Readonly<Record<string, Polygons>>;
}

function fileOf(raw: RawStory, path: string): RawFile {
  const file = raw.files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${raw.folder}/${path} is missing.`);
  return file;
}

/** A section's file in another language, null where it is read in its own. */
function translationOf(raw: RawStory, base: RawFile, locale: string, defaultLocale: string): RawFile | null {
  if (locale === defaultLocale) return null;
  const path = base.path.replace(`${defaultLocale}/`, `${locale}/`);
  return raw.files.find((file) => file.path === path) ?? noTranslation(base);
}

/** Section files in reading order, each with its translation. */
function sectionFiles(
  raw: RawStory,
  locale: string,
  defaultLocale: string,
  say: Reading['say'],
): readonly SectionFiles[] {
  return raw.files
    .flatMap((base) => {
      const role = roleOf(base.path);
      if (role.role !== 'section' || role.locale !== defaultLocale) return [];
      const translation = translationOf(raw, base, locale, defaultLocale);
      return [{ number: role.number, id: role.id, base, translation, say }];
    })
    .sort((a, b) => a.number - b.number);
}

function normalizeSections(raw: RawStory, { locale, say }: Reading, defaultLocale: string) {
  const base = fileOf(raw, `${defaultLocale}/index.mdx`);
  const translation = translationOf(raw, base, locale, defaultLocale);
  const { section, ...opening } = normalizeOpening({ id: OPENING_ID, base, translation, say });
  const files = sectionFiles(raw, locale, defaultLocale, say);
  const onMap = files.filter((file) => !isPage(file.base));
  return {
    ...opening,
    title: section.title,
    kicker: section.kicker,
    sections: withDetail(raw, withFrames([section, ...onMap.map((file, index) => normalizeSection(file, index + 1))])),
    pages: files.filter((file) => isPage(file.base)).map(normalizePage),
  };
}

/** Sections that detail was cut for say so: cameras come nearer there, and the basemap's lines make way. */
function withDetail<S extends Pick<Section, 'id' | 'layers'>>(raw: RawStory, sections: readonly S[]): readonly S[] {
  const cuts = raw.files.flatMap((file) => {
    const role = roleOf(file.path);
    return role.role === 'ground' && file.fault === null ? [role.name] : [];
  });
  if (cuts.length === 0) return sections;
  return sections.map((section) =>
    cuts.includes(section.id) ? { ...section, layers: { ...section.layers, detail: 1 } } : section,
  );
}

/** Behind a backdrop the camera stands where the section before looks, or the one after, so that nothing moves unseen. */
function withFrames(sections: readonly UnframedSection[]) {
  const first = sections.find(({ frame }) => frame !== null)?.frame;
  if (!first) throw new Error('No section of the story says where to look.');
  let last = first;
  return sections.map((section) => {
    last = section.frame ?? last;
    return { ...section, frame: last };
  });
}

function drawingsIn(sections: readonly Section[], drawings: Story['drawings']): Story['drawings'] {
  const names = sections.flatMap(({ annotations }) =>
    annotationFields({ annotations }).flatMap(({ role, value }) => (role === 'drawing' ? [value] : [])),
  );
  const used = new Set(names);
  return Object.fromEntries(Object.entries(drawings).filter(([name]) => used.has(name)));
}

/** The story's data layers, and its sections with what they show of them. */
function shownLayers(
  sections: ReturnType<typeof normalizeSections>['sections'],
  ...[context, bounds, reading]: Parameters<typeof normalizeLayers>
): Pick<Story, 'sections' | 'dataLayers'> {
  const told = normalizeLayers(context, bounds, reading);
  const dataLayers = mapValues(told, ({ layer }) => layer);
  const shown = withData(sections, told);
  return Object.keys(dataLayers).length > 0 ? { sections: shown, dataLayers } : { sections: shown };
}

/**
 * Makes a story that `checkStory` found no error in exact: one language, defaults filled in, names resolved.
 * @throws where the story is not of the right form, with the first reason only
 */
export function normalizeStory(raw: RawStory, options: NormalizeOptions): Story {
  const { locale, figure, nearestZoom = PLACE_ZOOM, drawings = {}, mapTexts = {}, builtMedia = {} } = options;
  const { suppress: _suppress, silence: _silence, ...file } = storySchema.parse(fileOf(raw, 'story.yaml').data);
  const { defaultLocale } = file;
  const reading: Reading = { locale, figure, say: (text) => wordsIn(text, locale, defaultLocale) };
  const places = mapValues(placesSchema.parse(fileOf(raw, 'places.yaml').data), (place, id) => ({ id, ...place }));
  const ledger = fileOf(raw, 'facts.yaml');
  const grounds = normalizeGrounds(raw, builtMedia);
  const { sections: unbound, ...texts } = normalizeSections(raw, reading, defaultLocale);
  const tables = normalizeTables(raw, reading);
  const sources = normalizeSources(file.sources, reading);
  const context = { raw, regions: options.regions ?? {}, places: mapValues(places, ({ lngLat }) => lngLat) };
  const named = { ...reading, sources: mapValues(sources, ({ label }) => label) };
  const shown = shownLayers(unbound, context, file.bounds, named);
  const layers = { ...shown, sections: bindSections(shown.sections, { ...shown, tables, locale }) };
  const story = normalizeLongitudes<Story>(
    {
      ...file,
      slug: raw.slug,
      locale,
      nearestZoom,
      publisher: reading.say(file.publisher),
      corrections: normalizeCorrections(file.corrections, reading),
      sources,
      facts: normalizeFacts(factsSchema.parse(ledger.data), reading, ledger.decimals),
      places,
      data: normalizeData(raw, reading),
      tables,
      drawings: drawingsIn(layers.sections, drawings),
      media: normalizeMedia(raw, reading, builtMedia),
      mapTexts,
      ...(Object.keys(grounds).length === 0 ? {} : { grounds }),
      ...texts,
      ...layers,
    },
    file.bounds,
  );
  return { ...story, sections: withVeilCards(story.sections, story.media), data: usedShapes(story) };
}
