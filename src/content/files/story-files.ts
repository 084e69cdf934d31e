import { type FileRole, type RawFile, type RawStory, roleOf } from './raw.ts';

/** A file with what its name says it is. */
export interface KnownFile {
  readonly file: RawFile;
  readonly role: FileRole;
}

/** A section's or the opening's file. */
export interface MdxFile {
  readonly file: RawFile;
  readonly locale: string;
  readonly id: string;
  /** Null for the opening. */
  readonly number: number | null;
}

/** The files of a story by what they are, whatever may be wrong inside them. */
export interface StoryFiles {
  readonly raw: RawStory;
  readonly known: readonly KnownFile[];
  readonly mdx: readonly MdxFile[];
  /** As story.yaml says, or `en` where it cannot be read. */
  readonly defaultLocale: string;
  readonly locales: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/** The members of anything: none where it has none. */
export function membersOf(value: unknown): Members {
  return value !== null && typeof value === 'object' ? (value as Members) : {};
}

export function fileNamed(raw: RawStory, path: string): RawFile | undefined {
  return raw.files.find((file) => file.path === path);
}

function mdxFile(file: RawFile, role: FileRole): readonly MdxFile[] {
  if (role.role === 'opening') return [{ file, locale: role.locale, id: 'opening', number: null }];
  return role.role === 'section' ? [{ file, locale: role.locale, id: role.id, number: role.number }] : [];
}

export function storyFiles(raw: RawStory): StoryFiles {
  const known = raw.files.map((file) => ({ file, role: roleOf(file.path) }));
  const story = membersOf(fileNamed(raw, 'story.yaml')?.data);
  const { defaultLocale, locales } = story;
  const main = typeof defaultLocale === 'string' ? defaultLocale : 'en';
  const listed = Array.isArray(locales) ? locales.filter((locale) => typeof locale === 'string') : [];
  return {
    raw,
    known,
    mdx: known.flatMap(({ file, role }) => mdxFile(file, role)),
    defaultLocale: main,
    locales: [...new Set([main, ...listed])],
  };
}

/** Section files that hold a map: those of the default language. Translations hold words only. */
export function mapFiles({ mdx, defaultLocale }: StoryFiles): readonly MdxFile[] {
  return mdx.filter(({ file, locale }) => locale === defaultLocale && membersOf(file.data)['page'] !== true);
}
