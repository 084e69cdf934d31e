import { UNSTATED } from '../../../content/files/stated-licence.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { translate } from '../../../i18n/translate.ts';
import {
  BLANK_CHAPTER,
  type ImportedFrame,
  type ImportedStory,
  ImportRefusal,
  type Reading,
} from '../dialects/imported-story.ts';
import { reachOf } from '../ground/story-bounds.ts';
import type { Gathered } from '../media/gather-media.ts';
import { htmlToText } from '../text/html-to-mdx.ts';
import { blocksToMdx, type Writing } from './blocks-to-mdx.ts';
import { type DataFiles, dataFilesOf } from './data-files.ts';
import { mediaFilesOf } from './media-files.ts';
import { placeIdsOf, placesOf } from './places-file.ts';
import { openingFile, type SectionText, sectionFile } from './section-file.ts';
import { slugOf, uniqueSlug } from './slugs.ts';
import { inYaml, mdxFile } from './yaml-text.ts';

/** The map an imported story stands on. */
export interface ImportGround {
  readonly basemap: string;
  readonly homeCountry: string;
  readonly bounds: LngLatBounds;
}

/** A chapter as it came out, for the report. */
export interface WrittenChapter {
  readonly file: string;
  readonly title: string;
  /** The part of the input it was made from. */
  readonly part: string;
}

export interface WrittenStory {
  /** Texts and media by path in the story's folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly chapters: readonly WrittenChapter[];
}

export interface WriteOptions {
  readonly ground: ImportGround;
  readonly locale: string;
  /** ISO date. */
  readonly today: string;
}

const MAX_CHAPTERS = 900;
const NO_MEDIA: Gathered = { shown: new Map(), files: [], remote: [] };

/** `story.yaml`. @param suppress rules that have nothing to say of a story as it was imported, each with the reason */
export function storyYaml(
  dialect: string,
  { ground, locale, today }: WriteOptions,
  suppress: Readonly<Record<string, string>> = {},
): string {
  const { basemap, homeCountry, bounds } = ground;
  return `# Imported from ${dialect}; import-report.md tells what became of what. Every field: content/README.md\n${inYaml(
    {
      basemap,
      homeCountry,
      bounds,
      defaultLocale: locale,
      locales: [locale],
      published: today,
      modified: today,
      licence: UNSTATED,
      sources: {},
      ...(Object.keys(suppress).length === 0 ? {} : { suppress }),
    },
  )}`;
}

/** Zoom levels that a journey from the title page may pass, so that the map does not race. */
const FARTHEST = 4;
const NEAR = 2.5;

/** The ground all of a story is seen on, for a title page that has no view of its own; nearer where it begins far closer. */
function overviewOf({ chapters }: ImportedStory, bounds: LngLatBounds): ImportedFrame {
  const first = chapters.find(({ frame }) => frame !== null)?.frame;
  const [west, south, east, north] = bounds;
  const zoom = Math.log2(360 / (east - west)) + 1;
  if (first?.kind === 'view' && first.zoom - zoom > FARTHEST)
    return { ...first, zoom: Math.max(0, first.zoom - NEAR), pitch: 0, bearing: 0 };
  const reaches = chapters.flatMap(({ frame }) => (frame === null ? [] : [reachOf(frame)]));
  const isOne = reaches.length < 2 || reaches.every((reach) => JSON.stringify(reach) === JSON.stringify(reaches[0]));
  if (!isOne) return { kind: 'bounds', bounds };
  const [x, y] = [(east - west) * 0.02, (north - south) * 0.02];
  return { kind: 'bounds', bounds: [west + x, south + y, east - x, north - y] };
}

interface Section extends WrittenChapter, SectionText {}

function sectionsOf(
  story: ImportedStory,
  start: ImportedFrame,
  writing: Writing,
  data: DataFiles,
  { locale, title }: { readonly locale: string; readonly title: string },
): readonly Section[] {
  const { chapters } = story;
  const placeIds = placeIdsOf(story);
  const step = chapters.length < 98 ? 10 : 1;
  const taken = new Set(['opening', 'index', 'sources']);
  let [frame, before] = [start, title];
  return chapters.flatMap((chapter, index) => {
    frame = chapter.frame ?? frame;
    const written = sectionFile(chapter, { frame, story, data, placeIds, before }, writing);
    // Without words and without a view of its own it would be the same stop twice.
    if (written.isStop && chapter.frame === null && chapter.lines.length === 0) return [];
    before = written.title;
    const slug = slugOf(chapter.name.replace(/^\d+$/, '')) || slugOf(htmlToText(chapter.title)) || `part-${index + 1}`;
    const number = String((index + 1) * step).padStart(2, '0');
    return [{ ...written, file: `${locale}/${number}-${uniqueSlug(slug, taken)}.mdx`, part: chapter.part }];
  });
}

/** @throws ImportRefusal where a story has no chapters, or more than can be numbered */
export function refuseLength({ chapters, opening }: ImportedStory): void {
  if (chapters.length === 0 && opening === null) throw new ImportRefusal('There are no chapters in it.');
  if (chapters.length > MAX_CHAPTERS)
    throw new ImportRefusal(`It has ${chapters.length} chapters; a story has ${MAX_CHAPTERS} at most.`);
}

/** Every file of an imported story. @throws ImportRefusal where it has no chapters, or more than can be numbered */
export function storyFilesOf(
  { story, account }: Pick<Reading, 'story' | 'account'>,
  options: WriteOptions,
  gathered: Gathered = NO_MEDIA,
): WrittenStory {
  refuseLength(story);
  const { locale, ground } = options;
  const writing: Writing = { media: gathered.shown, account };
  const data = dataFilesOf(story);
  const opening = story.opening ?? { ...BLANK_CHAPTER, name: 'opening' };
  const frame = opening.frame ?? overviewOf(story, ground.bounds);
  const first = openingFile(opening, { frame, story, data, placeIds: placeIdsOf(story), before: '' }, writing);
  const sections = sectionsOf(story, frame, writing, data, { locale, title: first.title });
  const footer = blocksToMdx(story.footer, writing);
  const credits = `${locale}/999-sources.mdx`;
  return {
    files: {
      'story.yaml': storyYaml(story.dialect, options),
      'facts.yaml': '{}\n',
      'places.yaml': inYaml(story.isMapless ? {} : placesOf(story, locale)),
      ...data.files,
      ...mediaFilesOf(gathered),
      [`${locale}/index.mdx`]: first.text,
      ...Object.fromEntries(sections.map(({ file, text }) => [file, text])),
      ...(footer === '' ? {} : { [credits]: mdxFile({ title: translate('sources', locale), page: true }, footer) }),
    },
    chapters: [
      { file: `${locale}/index.mdx`, title: first.title, part: opening.part },
      ...sections,
      ...(footer === '' ? [] : [{ file: credits, title: translate('sources', locale), part: 'credits' }]),
    ],
  };
}
