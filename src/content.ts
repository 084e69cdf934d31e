import { type CollectionEntry, getCollection, render } from 'astro:content';
import { contentErrors, root } from 'virtual:content-errors';
import type { Basemap } from './basemap/basemap.ts';
import { DRAWING_NAMES, DRAWINGS } from './charts/inventory/drawings/drawings.ts';
import type { RawStory } from './content/files/raw.ts';
import { checkStory, type LintContext } from './content/lint/check-story.ts';
import {
  errorsOf,
  PROBLEMS,
  type Problem,
  renderProblem,
  renderProblems,
} from './content/lint/diagnostics/problems.ts';
import { normalizeStory } from './content/normalize/normalize-story.ts';
import { storySchema } from './content/schema/documents.ts';
import { formatQuantity } from './i18n/format-quantity.ts';
import { mapTextsIn, STRINGS } from './i18n/translate.ts';
import { readStoryText } from './site/content/read-story-text.ts';
import { nearestZoomOf } from './story/map-detail.ts';
import { buildMapIndex } from './story/map-index.ts';
import type { Story } from './story/story.ts';

const FOLDER = 'content/stories';

/**
 * The files as they were written. Astro's collections read YAML in another way than `npm run check` does: they take the
 * year 0079 for 1979 and 4.50 for 4.5.
 */
const TEXTS = import.meta.glob<string>(
  ['/content/stories/*/data/*.geojson', '/content/stories/*/{story,facts,places}.yaml', '/content/stories/*/*/*.mdx'],
  { query: '?raw', import: 'default', eager: true },
);

type Entry = CollectionEntry<'sections' | 'basemaps'>;
type Content = Awaited<ReturnType<typeof render>>['Content'];

export interface LoadedStory {
  readonly story: Story;
  /** The prose of each section and page by its id, as a component. */
  readonly contents: ReadonlyMap<string, Content>;
  readonly basemap: Basemap;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Read once: this module is loaded anew when one of the files changes. */
const rawStories = once((): readonly RawStory[] => {
  const found = Object.entries(TEXTS).map(([path, text]) => {
    const [slug = '', ...inside] = path.slice(`/${FOLDER}/`.length).split('/');
    return { slug, file: readStoryText(inside.join('/'), text) };
  });
  const slugs = [...new Set(found.map(({ slug }) => slug))].sort();
  return slugs.map((slug) => {
    const own = found.filter((other) => other.slug === slug).map(({ file }) => file);
    return { slug, folder: `${FOLDER}/${slug}`, files: own.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  });
});

async function basemaps(): Promise<ReadonlyMap<string, Basemap>> {
  const entries = await getCollection('basemaps');
  return new Map(entries.map(({ id, data }: Entry) => [id.replace(/\.topo\.json$/, ''), data as unknown as Basemap]));
}

function lintContextOf(maps: ReadonlyMap<string, Basemap>): LintContext {
  const mapIndexes = Object.fromEntries([...maps].map(([name, basemap]) => [name, buildMapIndex(basemap)]));
  return { mapIndexes, drawings: DRAWING_NAMES, strings: STRINGS };
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
async function refuseErrors(raw: RawStory, context: LintContext): Promise<void> {
  const errors = errorsOf(checkStory(raw, context));
  if (errors.length === 0) return;
  const onDisk = (await contentErrors()) as readonly Problem[];
  const located = onDisk.filter(({ file }) => file.startsWith(`${raw.folder}/`));
  throw contentError(located.length > 0 ? located : errors);
}

function storyFile(raw: RawStory) {
  return storySchema.parse(raw.files.find(({ path }) => path === 'story.yaml')?.data);
}

function storyIn(raw: RawStory, locale: string, { mapIndexes }: LintContext): Story {
  const { basemap } = storyFile(raw);
  const mapIndex = mapIndexes[basemap];
  if (mapIndex === undefined) throw new Error(`There is no basemap ${basemap}.`);
  return normalizeStory(raw, {
    locale,
    figure: formatQuantity,
    nearestZoom: nearestZoomOf(mapIndex),
    drawings: DRAWINGS,
    mapTexts: mapTextsIn(locale),
  });
}

/** Made once a build, however many pages ask; while a story is written its files may change from page to page. */
function onceABuild<Of extends readonly string[], T>(make: (...of: Of) => Promise<T>): (...of: Of) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (...of) => {
    if (import.meta.env.DEV) return make(...of);
    const result = made.get(of.join(' ')) ?? make(...of);
    made.set(of.join(' '), result);
    return result;
  };
}

const site = onceABuild(async () => {
  const [maps, sections] = await Promise.all([basemaps(), getCollection('sections')]);
  return {
    stories: new Map(rawStories().map((raw) => [raw.slug, raw])),
    maps,
    sections: new Map(sections.map((entry: Entry) => [entry.id, entry])),
    context: lintContextOf(maps),
  };
});

/** Every story in every language it is told in, the newest first. */
export const listStories: () => Promise<readonly Story[]> = onceABuild(async () => {
  const { stories, context } = await site();
  for (const raw of stories.values()) await refuseErrors(raw, context);
  const editions = [...stories.values()].flatMap((raw) =>
    storyFile(raw).locales.map((locale) => storyIn(raw, locale, context)),
  );
  return editions.sort((a, b) => (a.published < b.published ? 1 : -1));
});

/** The languages of the site, each language the stories are told in first before those they are translated into. */
export function siteLocales(stories: readonly Story[]): readonly string[] {
  return [...new Set([...stories.map(({ defaultLocale }) => defaultLocale), ...stories.map(({ locale }) => locale)])];
}

/** One story in one language, with its prose and its basemap. */
export const loadStory = onceABuild(async (slug: string, locale: string): Promise<LoadedStory> => {
  const { stories, maps, sections, context } = await site();
  const raw = stories.get(slug);
  if (raw === undefined) throw new Error(`There is no story ${slug} in ${FOLDER}.`);
  await refuseErrors(raw, context);
  const story = storyIn(raw, locale, context);
  const contents = new Map<string, Content>();
  for (const { id, file } of [...story.sections, ...story.pages]) {
    const entry = sections.get(`${slug}/${file}`);
    if (entry !== undefined) contents.set(id, (await render(entry)).Content);
  }
  const basemap = maps.get(story.basemap);
  if (basemap === undefined) throw new Error(`There is no basemap ${story.basemap}.`);
  return { story, contents, basemap };
});
