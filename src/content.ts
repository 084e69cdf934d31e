import { type CollectionEntry, getCollection, render } from 'astro:content';
import { root } from 'virtual:content-root';
import type { Basemap } from './basemap/basemap.ts';
import { type Credit, creditsOf } from './basemap/credits.ts';
import { DRAWINGS } from './charts/inventory/drawings/drawings.ts';
import { openingPictures } from './components/media/opening-pictures.ts';
import { largeFile, stillOf } from './components/media/story-media.ts';
import type { RawStory } from './content/files/raw.ts';
import { checkStory, type LintContext } from './content/lint/check-story.ts';
import {
  errorsOf,
  PROBLEMS,
  type Problem,
  renderProblem,
  renderProblems,
} from './content/lint/diagnostics/problems.ts';
import { normalizeSite, type Publisher } from './content/normalize/normalize-site.ts';
import { normalizeStory } from './content/normalize/normalize-story.ts';
import { storySchema } from './content/schema/documents.ts';
import { formatQuantity } from './i18n/format-quantity.ts';
import { mapTextsIn } from './i18n/translate.ts';
import type { OwnContent } from './pictures/story-drawing.ts';
import { readAuthoredContent } from './site/content/content-problems.ts';
import { DISK } from './site/content/read-content.ts';
import { hashSources } from './site/content/source-hash.ts';
import { buildMapFiles, type MapFiles } from './site/map-files/build-map-files.ts';
import { tellThinned } from './site/map-files/tell-thinned.ts';
import { buildMedia, readMade } from './site/media/build-media.ts';
import type { CardPhoto } from './site/meta/card-photo.ts';
import { renderSectionCard } from './site/meta/card-png.ts';
import { keptCard } from './site/meta/kept-card.ts';
import { nearestZoomOf } from './story/shapes/map-detail.ts';
import { withMapSources } from './story/sources/with-map-sources.ts';
import type { Section, Story } from './story/story.ts';

/** Kinds of stories' own, as modules of the pages: they are set in the site's own faces. */
const KINDS = import.meta.glob(['/content/stories/*/annotations/*.ts', '/content/stories/*/charts/*.ts']);
const importModule = (path: string): Promise<unknown> =>
  KINDS[path.slice(root.length)]?.() ?? Promise.reject(new Error('Start anew: the file has come since'));

type Entry = CollectionEntry<'files'>;
type Content = Awaited<ReturnType<typeof render>>['Content'];

export interface LoadedStory {
  readonly story: Story;
  /** The prose of each section and page by its id, as a component. */
  readonly contents: ReadonlyMap<string, Content>;
  readonly basemap: Basemap;
  /** Of the files its map shows beyond the basemap. */
  readonly own: OwnContent;
  /** All that its maps must name. */
  readonly credits: readonly Credit[];
  /** A picture that lies over its map, by its address. */
  readonly readPicture: (src: string) => Promise<Uint8Array>;
}

/** What Astro's overlay shows: the first mistake with its file, line and cure, and how many more there are. */
function contentError(errors: readonly Problem[]): Error {
  const [first] = errors;
  const others = errors.slice(1);
  const message = first === undefined ? '' : renderProblem(first).replace(` ${first.hint}`, '');
  const more = others.length === 0 ? '' : `\n\nAnd ${others.length} more:\n${renderProblems(others)}`;
  const error = new Error(`${message}${more}`);
  error.name = first?.name ?? 'ContentError';
  error.stack = `${error.name}: ${error.message}`;
  const loc = first && { file: `${root}/${first.file}`, line: first.line ?? 1, column: 0 };
  return Object.assign(error, { title: first && PROBLEMS[first.name].title, hint: first?.hint, loc });
}

/** In development a page with mistakes shows them; a build has stopped before it comes here. */
function refuseErrors(raw: RawStory, context: LintContext): void {
  if (!import.meta.env.DEV) return;
  const errors = errorsOf(checkStory(raw, context));
  if (errors.length > 0) throw contentError(errors);
}

function storyFile(raw: RawStory) {
  return storySchema.parse(raw.files.find(({ path }) => path === 'story.yaml')?.data);
}

/** Made once a build, however many pages ask; while a story is written its files may change from page to page. */
function onceABuild<Of extends readonly unknown[], T>(
  make: (...of: Of) => Promise<T>,
  keyOf: (...of: Of) => string = (...of) => of.join(' '),
): (...of: Of) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (...of) => {
    if (import.meta.env.DEV) return make(...of);
    const result = made.get(keyOf(...of)) ?? make(...of);
    made.set(keyOf(...of), result);
    return result;
  };
}

const site = onceABuild(async () => {
  const [content, entries] = await Promise.all([
    readAuthoredContent({ root, publicFolder: `${root}/public` }, { ...DISK, importModule }),
    getCollection('files'),
  ]);
  return {
    stories: new Map(content.stories.map((raw) => [raw.slug, raw])),
    maps: new Map(Object.entries(content.basemaps)),
    entries: new Map(entries.map((entry: Entry) => [entry.id, entry])),
    context: content.context,
    publisher: (locale: string) => normalizeSite(content.publisher, locale),
    languages: content.publisher.languages,
  };
});

type Site = Awaited<ReturnType<typeof site>>;

interface Edition {
  readonly story: Story;
  readonly mapFiles: MapFiles;
}

async function makeEdition(raw: RawStory, locale: string, found: Site): Promise<Edition> {
  const { mapIndexes } = found.context;
  const { basemap } = storyFile(raw);
  const mapIndex = mapIndexes[basemap];
  if (mapIndex === undefined) throw new Error(`There is no basemap ${basemap}.`);
  const story = normalizeStory(raw, {
    locale,
    figure: formatQuantity,
    nearestZoom: nearestZoomOf(mapIndex),
    regions: mapIndex.regions,
    drawings: DRAWINGS,
    mapTexts: mapTextsIn(locale),
    builtMedia: await buildMedia(raw, root),
  });
  const mapFiles = await buildMapFiles(raw, story, root);
  const told = withMapSources(tellThinned(story, mapFiles.thinned), mapFiles.sources, mapFiles.downloads);
  const publisher = told.publisher || found.publisher(locale).name;
  return { story: { ...told, publisher }, mapFiles };
}

/** One story in one language, with the files of its map. */
const editionOf = onceABuild(makeEdition, ({ slug }, locale) => `${slug} ${locale}`);

/** Whose site this is, in one language. */
export const loadPublisher = async (locale: string): Promise<Publisher> => (await site()).publisher(locale);

const listAll: () => Promise<readonly Story[]> = onceABuild(async () => {
  const found = await site();
  const { stories, context } = found;
  for (const raw of stories.values()) refuseErrors(raw, context);
  const editions = [...stories.values()].flatMap((raw) =>
    storyFile(raw).locales.map(async (locale) => (await editionOf(raw, locale, found)).story),
  );
  return (await Promise.all(editions)).sort((a, b) => b.published.localeCompare(a.published));
});

/** Every story in every language it is told in, the newest first. */
export const listStories = async (): Promise<readonly Story[]> =>
  (await listAll()).filter(({ withdrawn }) => withdrawn === null);

/** The stories that are no longer told: their addresses say so. */
export const listWithdrawn = async (): Promise<readonly Story[]> =>
  (await listAll()).filter(({ withdrawn }) => withdrawn !== null);

/**
 * The languages of the landing page: those the site asks for, or else each language the stories are told in first before
 * those they are translated into.
 */
export async function siteLocales(stories: readonly Story[]): Promise<readonly string[]> {
  const told = [...stories.map(({ defaultLocale }) => defaultLocale), ...stories.map(({ locale }) => locale)];
  return (await site()).languages ?? [...new Set(told)];
}

/** The picture that a story opens with in place of its map, in its largest file; null where it opens with the map, or hides it. */
export async function openingPhoto(story: Story): Promise<CardPhoto | null> {
  const [opening] = openingPictures(story).slice(-1);
  const file = opening && largeFile(opening.medium);
  return opening && file ? { bytes: await readMade(root, file), focus: opening.medium.focus } : null;
}

/** The picture that stands in place of a section's map, in its largest file; null where there is none, or it is hidden. */
export async function backdropPhoto(story: Story, { backdrop }: Section): Promise<CardPhoto | null> {
  if (!backdrop) return null;
  const still = stillOf(story, backdrop.src);
  const isHidden = still.isSensitive || story.media[backdrop.src]?.isSensitive === true;
  const file = isHidden ? '' : largeFile(still);
  return file === '' ? null : { bytes: await readMade(root, file), focus: still.focus };
}

/** Digest of the program, the site's theme and its maps: what is drawn changes with them. */
const program = onceABuild(() =>
  hashSources(root, ['src', 'content/site.yaml', 'content/themes', 'public/basemap', 'package-lock.json']),
);

/** A section's card, drawn anew only where something it shows has changed. */
export async function sectionCardPng(loaded: LoadedStory, section: Section): Promise<Uint8Array> {
  const { story, basemap, own } = loaded;
  const photo = await backdropPhoto(story, section);
  const of = [await program(), JSON.stringify([story, section.id, basemap.meta, photo?.focus]), JSON.stringify(own)];
  return keptCard(root, of, () => renderSectionCard(loaded, section, photo));
}

const readPicture = (src: string): Promise<Uint8Array> => readMade(root, src);

/** One story in one language, with its prose and its basemap. */
export const loadStory = onceABuild(async (slug: string, locale: string): Promise<LoadedStory> => {
  const found = await site();
  const { stories, maps, entries, context } = found;
  const raw = stories.get(slug);
  if (raw === undefined) throw new Error(`There is no story ${slug} in content/stories.`);
  refuseErrors(raw, context);
  const {
    story,
    mapFiles: { sources, details, data },
  } = await editionOf(raw, locale, found);
  const contents = new Map<string, Content>();
  for (const { id, file } of [...story.sections, ...story.pages]) {
    const entry = entries.get(`${raw.folder}/${file}`);
    if (entry !== undefined) contents.set(id, (await render(entry)).Content);
  }
  const basemap = maps.get(story.basemap);
  if (basemap === undefined) throw new Error(`There is no basemap ${story.basemap}.`);
  const cut = Object.values(details);
  const names = sources.flatMap(({ id, sections }) =>
    sections.flatMap((index) => (details[id] ? [{ index, names: details[id] }] : [])),
  );
  const own = { files: [...cut, ...data], names };
  return { story, contents, basemap, own, credits: creditsOf([basemap, ...cut]), readPicture };
});
