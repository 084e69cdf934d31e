import type { ImportedChapter, ImportedFrame, ImportedStory } from '../dialects/imported-story.ts';
import { htmlToText } from '../text/html-to-mdx.ts';
import { backdropName, blocksToMdx, type Writing } from './blocks-to-mdx.ts';
import { type DataFiles, drawnIn } from './data-files.ts';
import { mdxFile } from './yaml-text.ts';

export interface SectionText {
  readonly text: string;
  /** What the section is called in the report. */
  readonly title: string;
  /** Whether it has no words. */
  readonly isStop: boolean;
}

/** The longest summary that search engines and shared links show whole. */
const SUMMARY = 160;
/** Words of a text that name its section in the list. */
const NAME_WORDS = 7;

export function frameField(frame: ImportedFrame): object {
  if (frame.kind === 'bounds') {
    const { bounds, pitch = 0, bearing = 0 } = frame;
    const exact = bounds.map((value) => Number(value.toFixed(5)));
    return { bounds: exact, ...(pitch === 0 ? {} : { pitch }), ...(bearing === 0 ? {} : { bearing }) };
  }
  const { center, zoom, pitch, bearing } = frame;
  return {
    center,
    zoom: Number(zoom.toFixed(2)),
    ...(pitch === 0 ? {} : { pitch: Number(pitch.toFixed(1)) }),
    ...(bearing === 0 ? {} : { bearing }),
  };
}

/** What is read of MDX: without its marks and components. */
const plainOf = (mdx: string): string =>
  mdx
    .replace(/<(svg|Embed|Figure|Gallery|Video|Compare)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*_#>`\\]|\]\([^)]*\)|[[\]]/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\s+/g, ' ')
    .trim();

/** A text cut at the end of its last sentence that fits, or between two words. */
export function summaryOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SUMMARY) return line;
  const [sentences = ''] = /^.*[.!?。؟](?=\s|$)/u.exec(line.slice(0, SUMMARY)) ?? [];
  return sentences === '' ? `${line.slice(0, SUMMARY - 1).replace(/\s+\S*$/, '')}…` : sentences;
}

/** What a section without a title is called in the list: the first words of its text, or its place. */
function nameOf(body: string, chapter: ImportedChapter, before: string): string {
  const words = plainOf(body).split(' ').filter(Boolean);
  if (words.length > 0) return `${words.slice(0, NAME_WORDS).join(' ')}${words.length > NAME_WORDS ? ' …' : ''}`;
  return chapter.places[0]?.name ?? before;
}

/** What the map shows, in the words there are: the other tools describe no maps. */
const describe = (title: string, { places }: ImportedChapter): string => {
  const names = [...new Set(places.map(({ name }) => name))].filter((name) => name !== title);
  return names.length === 0 ? title : `${title}: ${names.join(', ')}`;
};

/** Fields of what the map shows, but for the frame. */
function mapFields(chapter: ImportedChapter, story: ImportedStory, files: DataFiles): object {
  const { data, annotations } = drawnIn(chapter, files);
  const layers = { ...(story.isMapless ? { emphasis: { map: 0 } } : {}), ...(data.length === 0 ? {} : { data }) };
  return {
    ...(chapter.mood === 'paper' ? {} : { mood: chapter.mood }),
    ...(Object.keys(layers).length === 0 ? {} : { layers }),
    ...(annotations.length === 0 ? {} : { annotations }),
  };
}

function cardField({ card }: ImportedChapter, isStop: boolean): object {
  if (isStop) return { card: { hidden: true } };
  const { side, layout } = card;
  const own = { ...(layout === 'column' ? {} : { layout }), ...(side === 'start' ? {} : { side }) };
  return Object.keys(own).length === 0 ? {} : { card: own };
}

export interface SectionPlace {
  readonly frame: ImportedFrame;
  readonly story: ImportedStory;
  readonly data: DataFiles;
  /** Ids of places by where they are. */
  readonly placeIds: ReadonlyMap<string, string>;
  /** The name of the section before it. */
  readonly before: string;
}

/** The frame, in which a place of the chapter that it looks at is named whatever else has names there. */
function framed({ places }: ImportedChapter, { frame, placeIds }: SectionPlace): object {
  const middle = frame.kind === 'view' ? frame.center.join() : '';
  const id = places.some(({ lngLat }) => lngLat.join() === middle) ? placeIds.get(middle) : undefined;
  return { ...frameField(frame), ...(id === undefined ? {} : { keepVisible: [id] }) };
}

/** A key that a layer's legend repeats is left to it. */
const withoutLegends = (blocks: ImportedChapter['blocks'], { legends }: DataFiles): ImportedChapter['blocks'] =>
  blocks.filter((block) => !legends.matched.has(block));

export function sectionFile(chapter: ImportedChapter, place: SectionPlace, writing: Writing): SectionText {
  const { story, data, before } = place;
  const own = htmlToText(chapter.title);
  const kicker = htmlToText(chapter.kicker);
  const body = blocksToMdx(withoutLegends(chapter.blocks, data), writing);
  const backdrop = backdropName(chapter.backdrop, writing);
  const title = own || nameOf(body, chapter, before);
  const isStop = own === '' && body === '' && kicker === '';
  const frontmatter = {
    title,
    ...(own === '' ? { heading: false } : {}),
    ...(kicker === '' ? {} : { kicker }),
    ...(backdrop === null
      ? { mapDescription: describe(title, chapter), frame: framed(chapter, place), ...mapFields(chapter, story, data) }
      : { backdrop, ...(chapter.mood === 'paper' ? {} : { mood: chapter.mood }) }),
    ...(chapter.isCut ? { travel: 'cut' } : {}),
    ...cardField(chapter, isStop),
  };
  return { text: mdxFile(frontmatter, body), title, isStop: isStop && backdrop === null };
}

export function openingFile(chapter: ImportedChapter, place: SectionPlace, writing: Writing): SectionText {
  const { story, frame, data } = place;
  const body = blocksToMdx(withoutLegends(chapter.blocks, data), writing);
  const backdrop = backdropName(chapter.backdrop, writing);
  const title =
    htmlToText(story.title) || nameOf(body, chapter, htmlToText(story.chapters[0]?.title ?? '') || story.dialect);
  const [standfirst, kicker] = [htmlToText(story.subtitle), htmlToText(chapter.kicker)];
  const frontmatter = {
    title,
    ...(kicker === '' ? {} : { kicker }),
    standfirst,
    byline: htmlToText(story.byline),
    description: summaryOf(standfirst || plainOf(body) || title),
    ...(backdrop === null
      ? { mapDescription: describe(title, chapter), frame: frameField(frame), ...mapFields(chapter, story, data) }
      : { backdrop }),
  };
  return { text: mdxFile(frontmatter, body), title, isStop: false };
}
