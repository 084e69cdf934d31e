import { Document, isScalar, visit } from 'yaml';
import { UNSTATED } from '../../content/files/stated-licence.ts';
import { middleLngOf, unwrapBounds, unwrapLng } from '../../geo/antimeridian.ts';
import { unionOf } from '../../geo/bounds.ts';
import { clamp } from '../../geo/clamp.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { htmlToMdx, htmlToText } from './html-to-mdx.ts';
import {
  changed,
  type ImportedChapter,
  type ImportedFrame,
  type ImportedStory,
  ImportRefusal,
  kept,
  type Note,
} from './imported-story.ts';

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
  readonly notes: readonly Note[];
}

export interface WrittenStory {
  /** Text by path in the story's folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly chapters: readonly WrittenChapter[];
}

const MAX_CHAPTERS = 900;
const UNTITLED = 'Untitled';
const SOMEWHERE: LngLatBounds = [-30, 30, 45, 65];
/** Frames are rounded finer than the bounds that hold them. */
const ROUNDING = 0.01;
const LAT_LIMIT = 85;

/** An address made of a name: what is left of it in small letters, digits and hyphens. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
}

function uniqueSlug(wanted: string, taken: Set<string>): string {
  let slug = wanted;
  for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
  taken.add(slug);
  return slug;
}

/** Ground a frame needs round it, so that its map has an edge farther out than the screen. */
function reachOf(frame: ImportedFrame): LngLatBounds {
  if (frame.kind === 'bounds') return frame.bounds;
  const half = Math.min(40, 720 / 2 ** frame.zoom);
  const [lng, lat] = frame.center;
  return [lng - half, lat - half * 0.7, lng + half, lat + half * 0.7];
}

/** Wider stories than this have the whole world for their ground. */
const WORLD_DEGREES = 300;

/** The same bounds on the turn round the world that lies nearest to a longitude. */
function boundsNear(bounds: LngLatBounds, near: number): LngLatBounds {
  const [west, south, east, north] = unwrapBounds(bounds);
  const middle = (west + east) / 2;
  const by = unwrapLng(middle, near) - middle;
  return [west + by, south, east + by, north];
}

/** The part of the world a story takes place in, with some room round it; over the antimeridian where that is shorter. */
export function boundsOfStory({ opening, chapters }: ImportedStory): LngLatBounds {
  const frames = [opening, ...chapters].flatMap((chapter) => chapter?.frame ?? []);
  const [first, ...others] = frames.map(reachOf);
  if (first === undefined) return SOMEWHERE;
  const near = middleLngOf(unwrapBounds(first));
  const [west, south, east, north] = unionOf([first, ...others].map((bounds) => boundsNear(bounds, near)));
  const rounded = (value: number): number => Number(value.toFixed(3));
  const lat = (value: number): number => rounded(clamp(value, -LAT_LIMIT, LAT_LIMIT));
  const [bottom, top] = [lat(south - ROUNDING), lat(north + ROUNDING)];
  if (east - west > WORLD_DEGREES) return [-180, bottom, 180, top];
  const start = unwrapLng(west - ROUNDING, 0);
  return [rounded(start), bottom, rounded(start + east - west + 2 * ROUNDING), top];
}

function frameField(frame: ImportedFrame): object {
  if (frame.kind === 'bounds') return { bounds: frame.bounds };
  const { center, zoom, pitch, bearing } = frame;
  return {
    center,
    zoom: Number(zoom.toFixed(2)),
    ...(pitch === 0 ? {} : { pitch: Number(pitch.toFixed(1)) }),
    ...(bearing === 0 ? {} : { bearing }),
  };
}

/** Points and bounds stand on one line, as authors write them. */
function inYaml(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, node) {
      node.flow = node.items.every(isScalar);
    },
  });
  return document.toString({ lineWidth: 0 });
}

const mdxFile = (frontmatter: object, body: string): string =>
  `---\n${inYaml(frontmatter)}---\n${body === '' ? '' : `\n${body}\n`}`;

/** Sentences every imported section needs and no other tool has. */
const describe = (title: string): string => `The map as it was set for “${title}”.`;

function textOf(chapter: ImportedChapter) {
  const pieces = chapter.body.map(htmlToMdx).filter(({ mdx, notes }) => mdx !== '' || notes.length > 0);
  return {
    body: pieces.flatMap(({ mdx }) => (mdx === '' ? [] : [mdx])).join('\n\n'),
    notes: pieces.flatMap(({ notes }) => notes),
  };
}

function sectionFile(chapter: ImportedChapter, frame: ImportedFrame): { readonly text: string } & WrittenChapter {
  const own = htmlToText(chapter.title);
  const title = own === '' ? UNTITLED : own;
  const kicker = htmlToText(chapter.kicker);
  const { body, notes } = textOf(chapter);
  const frontmatter = {
    title,
    ...(kicker === '' ? {} : { kicker }),
    mapDescription: describe(title),
    frame: frameField(frame),
    ...(chapter.isCut ? { travel: 'cut' } : {}),
    ...(chapter.side === 'end' ? { card: { side: 'end' } } : {}),
  };
  const all = [
    ...(own === '' ? [changed('the title', 'it has none')] : []),
    ...(body === '' ? [] : [kept('the text', `${body.split(/\s+/).length} words`)]),
    ...chapter.notes,
    ...notes,
  ];
  return { text: mdxFile(frontmatter, body), file: '', title, notes: all };
}

function openingFile(story: ImportedStory, bounds: LngLatBounds): { readonly text: string } & WrittenChapter {
  const title = htmlToText(story.title) || UNTITLED;
  const subtitle = htmlToText(story.subtitle);
  const { opening } = story;
  const { body, notes } = opening === null ? { body: '', notes: [] } : textOf(opening);
  const kicker = htmlToText(opening?.kicker ?? '');
  const frontmatter = {
    title,
    ...(kicker === '' ? {} : { kicker }),
    standfirst: subtitle,
    byline: htmlToText(story.byline),
    description: subtitle === '' ? title : subtitle,
    mapDescription: describe(title),
    frame: frameField(
      opening?.frame ?? story.chapters.find(({ frame }) => frame !== null)?.frame ?? { kind: 'bounds', bounds },
    ),
  };
  return {
    text: mdxFile(frontmatter, body),
    file: 'en/index.mdx',
    title,
    notes: [...(opening?.notes ?? []), ...notes],
  };
}

function storyYaml({ basemap, homeCountry, bounds }: ImportGround, dialect: string, today: string): string {
  return `# Imported from ${dialect}; import-report.md tells what became of what. Every field: content/README.md\n${inYaml(
    {
      basemap,
      homeCountry,
      bounds,
      defaultLocale: 'en',
      locales: ['en'],
      published: today,
      modified: today,
      licence: UNSTATED,
      sources: {},
      suppress: { UnexplainedNumeral: `Imported from ${dialect}: its figures have no ledger yet.` },
    },
  )}`;
}

/** Every file of an imported story. @throws ImportRefusal where it has no chapters, or more than can be numbered */
export function storyFilesOf(story: ImportedStory, ground: ImportGround, today: string): WrittenStory {
  const { chapters } = story;
  if (chapters.length === 0 && story.opening === null) throw new ImportRefusal('There are no chapters in it.');
  if (chapters.length > MAX_CHAPTERS) {
    throw new ImportRefusal(`It has ${chapters.length} chapters; a story has ${MAX_CHAPTERS} at most.`);
  }
  const opening = openingFile(story, ground.bounds);
  const step = chapters.length < 98 ? 10 : 1;
  const taken = new Set(['opening', 'index']);
  let frame: ImportedFrame = story.opening?.frame ?? { kind: 'bounds', bounds: ground.bounds };
  const written = chapters.map((chapter, index) => {
    frame = chapter.frame ?? frame;
    const slug = slugOf(chapter.name.replace(/^\d+$/, '')) || slugOf(htmlToText(chapter.title)) || `part-${index + 1}`;
    const number = String((index + 1) * step).padStart(2, '0');
    return { ...sectionFile(chapter, frame), file: `en/${number}-${uniqueSlug(slug, taken)}.mdx` };
  });
  const footer = htmlToMdx(story.footer);
  const credits = `en/999-${uniqueSlug('sources', taken)}.mdx`;
  const pages = footer.mdx === '' ? {} : { [credits]: mdxFile({ title: 'Sources', page: true }, footer.mdx) };
  return {
    files: {
      'story.yaml': storyYaml(ground, story.dialect, today),
      'facts.yaml': '{}\n',
      'places.yaml': '{}\n',
      'en/index.mdx': opening.text,
      ...Object.fromEntries(written.map(({ file, text }) => [file, text])),
      ...pages,
    },
    chapters: [
      opening,
      ...written,
      ...(footer.mdx === '' ? [] : [{ file: credits, title: 'Sources', notes: footer.notes }]),
    ],
  };
}
