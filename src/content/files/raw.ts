import type { AnyDefinition } from '../../annotations/registry.ts';
import { TAG_SOURCE } from '../../i18n/language-tags.ts';
import type { MediaFacts } from '../media/media-facts.ts';
import { MEDIA_FOLDER } from '../media/media-names.ts';

/** Why a file could not be read at all. */
export interface RawFault {
  readonly problem:
    | 'MalformedYaml'
    | 'MalformedGeoJson'
    | 'MalformedTable'
    | 'UnreadableShapes'
    | 'NotUtf8'
    | 'UnusableKind';
  readonly detail: string;
  readonly line: number | null;
}

/** A file of a story as read: parsed, but not yet checked. */
export interface RawFile {
  /** Inside the story's folder, with forward slashes: `en/10-name.mdx`. */
  readonly path: string;
  /** YAML, frontmatter, shapes as GeoJSON or a `TableReading`; undefined where `fault` says why there is none. */
  readonly data: unknown;
  /** MDX below the frontmatter; empty for other files. */
  readonly body: string;
  /** Line of the file on which the body starts, counted from 1. */
  readonly bodyLine: number;
  /** Line of each field by its path, such as `frame.places.0`; empty where the reader cannot know. */
  readonly lines: Readonly<Record<string, number>>;
  /** What follows a text of the frontmatter or YAML behind ` #`, by the text's field. */
  readonly cuts?: Readonly<Record<string, string>>;
  /**
   * Digits after the point of each number that was written with noughts at their end, by its path: a number alone no
   * longer knows that `4.50` has two. Absent where the reader cannot know.
   */
  readonly decimals?: Readonly<Record<string, number>>;
  readonly fault: RawFault | null;
  /** What a media file was found to be. */
  readonly media?: MediaFacts;
  /** What the module of a kind of the story's own defines. */
  readonly definition?: AnyDefinition;
}

/** A story's folder as read: what `checkStory` judges and `normalizeStory` makes exact. */
export interface RawStory {
  readonly slug: string;
  /** Path of the folder as messages show it: `content/stories/<slug>`. */
  readonly folder: string;
  readonly files: readonly RawFile[];
}

interface NamedFile {
  /** `kind` and `component`: a kind of annotation or chart, and a component, of the story's own. */
  readonly role: 'data' | 'table' | 'media' | 'ground' | 'ground-list' | 'ground-picture' | 'kind' | 'component';
  readonly name: string;
}

/** What a path inside a story's folder means. */
export type FileRole =
  | { readonly role: 'story' | 'facts' | 'places' | 'media-list' | 'data-sources' | 'layers' }
  | NamedFile
  | { readonly role: 'opening' | 'translated'; readonly locale: string }
  | { readonly role: 'section'; readonly locale: string; readonly number: number; readonly id: string }
  | { readonly role: 'beside' | 'unknown' };

const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*';
const SECTION = new RegExp(`^(${TAG_SOURCE})/(\\d{2,5})-(${NAME})\\.mdx$`);
const OPENING = new RegExp(`^(${TAG_SOURCE})/index\\.mdx$`);
const TRANSLATED = new RegExp(`^(${TAG_SOURCE})/translated\\.yaml$`);
/** What these share lies in folders below. */
const SHARED = /^(annotations|charts|components)\/[^/]+\/./;

/** Programs that made a story's data. */
const PROGRAM = /^data\/[^/]+\.(py|r|jl|sql|sh|[cm]?[jt]s)$/i;

const DOCUMENTS: Readonly<Record<string, FileRole>> = {
  'story.yaml': { role: 'story' },
  'facts.yaml': { role: 'facts' },
  'places.yaml': { role: 'places' },
  'layers.yaml': { role: 'layers' },
  'data/sources.yaml': { role: 'data-sources' },
  'media/media.yaml': { role: 'media-list' },
};

/** Files with a name of their own. */
const NAMED: readonly (readonly [role: NamedFile['role'], path: RegExp])[] = [
  ['data', new RegExp(`^data/(${NAME})\\.(?:geojson|topojson|gpx|kml|zip)$`)],
  ['table', new RegExp(`^data/(${NAME})\\.(?:csv|tsv|xlsx)$`)],
  ['ground', new RegExp(`^ground/(${NAME})\\.topo\\.json$`)],
  ['ground-list', new RegExp(`^ground/(${NAME})\\.json$`)],
  ['ground-picture', /^ground\/([a-z0-9.-]+\.webp)$/],
  ['kind', new RegExp(`^(?:annotations|charts)/(${NAME})\\.ts$`)],
  ['component', /^components\/([A-Z][A-Za-z0-9]*)\.astro$/],
];

export const SLUG_PATTERN = new RegExp(`^${NAME}$`);

export function roleOf(path: string): FileRole {
  const document = Object.hasOwn(DOCUMENTS, path) ? DOCUMENTS[path] : undefined;
  if (document !== undefined) return document;
  const isNote = /\.(md|txt)$/i.test(path) || path === 'import-report.json';
  if (path.startsWith(MEDIA_FOLDER) && !isNote) return { role: 'media', name: path.slice(MEDIA_FOLDER.length) };
  const [named] = NAMED.flatMap(([role, pattern]) => {
    const name = pattern.exec(path)?.[1];
    return name === undefined ? [] : [{ role, name }];
  });
  if (named !== undefined) return named;
  const opening = OPENING.exec(path)?.[1];
  if (opening !== undefined) return { role: 'opening', locale: opening };
  const translated = TRANSLATED.exec(path)?.[1];
  if (translated !== undefined) return { role: 'translated', locale: translated };
  const [, locale, number, id] = SECTION.exec(path) ?? [];
  if (locale !== undefined && number !== undefined && id !== undefined) {
    return { role: 'section', locale, number: Number(number), id };
  }
  return { role: isNote || SHARED.test(path) || PROGRAM.test(path) ? 'beside' : 'unknown' };
}

/**
 * Makes parsed YAML plain: some YAML readers turn an unquoted `2019-12-27` into a Date, others leave it a string, and a
 * story must not depend on which one read it.
 */
export function plainData(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(plainData);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainData(member)]));
}
