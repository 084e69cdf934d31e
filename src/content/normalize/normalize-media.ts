import type { Backdrop, BuiltMedium, Medium } from '../../story/media/medium.ts';
import type { Section, Story } from '../../story/story.ts';
import { type RawStory, roleOf } from '../files/raw.ts';
import { untranslatedTexts } from '../files/untranslated.ts';
import { mediaNameIn } from '../media/media-names.ts';
import { mediaSchema, type RawMedium } from '../schema/media.ts';
import type { RawSection } from '../schema/section.ts';
import type { Reading } from './normalize-documents.ts';

/** What a build has made of a story's media, by name. */
export type BuiltMedia = Readonly<Record<string, BuiltMedium>>;

const NOTHING_BUILT: BuiltMedium = { files: [], placeholder: '' };

/** Posters, captions and the like, of which media.yaml need not tell. */
const UNTOLD: RawMedium = mediaSchema.parse({ part: {} })['part'] as RawMedium;

type Words = Pick<
  Medium,
  'alt' | 'caption' | 'credit' | 'licence' | 'isSensitive' | 'sensitiveReason' | 'untranslated'
>;

function wordsOf(raw: RawMedium, { locale, say }: Reading): Words {
  const { alt = '', caption, credit = '', licence = '', sensitive } = raw;
  const reason = typeof sensitive === 'boolean' ? '' : sensitive;
  return {
    alt: say(alt),
    caption: say(caption),
    credit: say(credit),
    licence,
    isSensitive: sensitive !== false,
    sensitiveReason: say(reason),
    untranslated: untranslatedTexts({ alt, caption }, locale),
  };
}

/** The media of a story, in one language. */
export function normalizeMedia(raw: RawStory, reading: Reading, built: BuiltMedia): Readonly<Record<string, Medium>> {
  const told = mediaSchema.parse(raw.files.find(({ path }) => path === 'media/media.yaml')?.data ?? {});
  const entries = raw.files.flatMap((file): readonly (readonly [string, Medium])[] => {
    const role = roleOf(file.path);
    if (role.role !== 'media' || file.media === undefined) return [];
    const { name } = role;
    const { kind, width, height, durationS } = file.media;
    const entry = told[name] ?? UNTOLD;
    const { focus, source, poster = '', dark = '', captions } = entry;
    const medium: Medium = {
      ...(built[name] ?? NOTHING_BUILT),
      ...wordsOf(entry, reading),
      name,
      kind,
      width,
      height,
      durationS,
      focus,
      source: source ?? '',
      poster: mediaNameIn(poster),
      dark: mediaNameIn(dark),
      captions: Object.fromEntries(Object.entries(captions).map(([locale, file]) => [locale, mediaNameIn(file)])),
    };
    return [[name, medium]];
  });
  return Object.fromEntries(entries);
}

export function normalizeBackdrop(raw: RawSection['backdrop']): Backdrop | null {
  if (raw === undefined) return null;
  const { src, portrait, from, to, scrub } = {
    portrait: undefined,
    from: undefined,
    to: undefined,
    scrub: false,
    ...raw,
  };
  return {
    src: mediaNameIn(src),
    portrait: mediaNameIn(portrait ?? src),
    from: from ?? to ?? null,
    to: to ?? from ?? null,
    scrub,
  };
}

/** Over a backdrop that is only shown on request a stop has a card: it holds the button. */
export const withVeilCards = (sections: readonly Section[], media: Story['media']): readonly Section[] =>
  sections.map((section) => {
    const { src, portrait } = section.backdrop ?? { src: '', portrait: '' };
    return media[src]?.isSensitive || media[portrait]?.isSensitive
      ? { ...section, card: { ...section.card, hidden: false } }
      : section;
  });
