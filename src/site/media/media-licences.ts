import { type RawStory, roleOf } from '../../content/files/raw.ts';
import { licenceExpression } from '../../content/files/stated-licence.ts';
import { fileNamed, membersOf } from '../../content/files/story-files.ts';
import { endingOf, MEDIA_ENDINGS } from '../../content/media/media-names.ts';
import { groundFileSchema } from '../../content/schema/ground.ts';

/** On which terms a media file may be used, and who is to be named with it. */
export interface MediaTerms {
  readonly licence: string;
  readonly credit: string;
}

/** A picture is sent under other endings than it has. */
const kindOf = (ending: string): string => (MEDIA_ENDINGS[ending] === 'picture' ? 'picture' : ending);

const keyOf = (slug: string, stem: string, ending: string): string => `${slug}/${stem} ${kindOf(ending)}`;

const BUILT = /^_media\/([^/]+)\/(.+)\.[0-9a-f]{8}(?:-\d+)?\.(\w+)$/;

/** What a file of the site was made of, as `mediaTerms` calls it; null for what is no media file. */
export function mediaKey(path: string): string | null {
  const [, slug, stem, ending] = BUILT.exec(path) ?? [];
  return slug === undefined || stem === undefined || ending === undefined ? null : keyOf(slug, stem, ending);
}

/** The slug of the story that a media file of the site belongs to. */
export const mediaStory = (path: string): string | null => BUILT.exec(path)?.[1] ?? null;

function wordsOf(text: unknown, locale: string): string {
  if (typeof text === 'string') return text;
  const [first = ''] = Object.values(membersOf(text));
  return String(membersOf(text)[locale] ?? first);
}

/** What the lists of a story's grounds say of their pictures. */
function groundTerms({ slug, files }: RawStory): readonly (readonly [key: string, terms: MediaTerms])[] {
  return files.flatMap(({ path, data }) => {
    const read = roleOf(path).role === 'ground-list' ? groundFileSchema.safeParse(data) : null;
    if (!read?.success) return [];
    const { attribution, pictures } = read.data;
    const licence = attribution.map((credit) => licenceExpression(credit.licence)).join(' AND ');
    const credit = attribution.map(({ text }) => text).join(', ');
    return pictures.map(({ file }) => {
      const ending = endingOf(file);
      return [keyOf(slug, `ground/${file.slice(0, -ending.length - 1)}`, ending), { licence, credit }] as const;
    });
  });
}

/** What a story's media.yaml and its grounds say of each file. */
export function mediaTerms(raw: RawStory): Readonly<Record<string, MediaTerms>> {
  const locale = String(membersOf(fileNamed(raw, 'story.yaml')?.data)['defaultLocale'] ?? 'en');
  const entries = Object.entries(membersOf(fileNamed(raw, 'media/media.yaml')?.data));
  return Object.fromEntries([
    ...groundTerms(raw),
    ...entries.map(([name, entry]) => {
      const { licence, credit } = membersOf(entry);
      const ending = endingOf(name);
      const terms = { licence: licenceExpression(String(licence ?? '')), credit: wordsOf(credit, locale) };
      return [keyOf(raw.slug, name.slice(0, -ending.length - 1), ending), terms] as const;
    }),
  ]);
}
