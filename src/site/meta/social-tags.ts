import type { Story } from '../../story/story.ts';

/** The picture of a shared link. */
export interface SocialPicture {
  /** Whether it is a story's card, whose kind and size are known. */
  readonly isCard?: boolean;
  /** Path below the site. */
  readonly path: string;
  /** What it shows, in words. */
  readonly alt: string;
}

/** One `<meta>` of a page's head. */
export type SocialTag = Readonly<Record<'content', string> & Partial<Record<'name' | 'property', string>>>;

/** What social networks and mail programs show whole, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** A story's own: map, headline and publisher, in its language. */
export const cardOf = ({ locale, slug, title, publisher }: Story): SocialPicture => ({
  isCard: true,
  path: `/${locale}/${slug}/card.png`,
  alt: publisher === '' ? title : `${title} · ${publisher}`,
});

const CARD_TAGS: readonly SocialTag[] = [
  { property: 'og:image:type', content: 'image/png' },
  { property: 'og:image:width', content: String(CARD_SIZE.width) },
  { property: 'og:image:height', content: String(CARD_SIZE.height) },
];

/**
 * What a page tells of its picture to whoever shows a link to it.
 * @param addressOf the whole address of a path where the site has one; the path itself where it has none
 */
export function socialTags(
  { path, alt, isCard = false }: SocialPicture,
  addressOf: (path: string) => string,
): readonly SocialTag[] {
  const image = addressOf(path);
  return [
    { property: 'og:image', content: image },
    ...(isCard ? CARD_TAGS : []),
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: 'summary_large_image' },
    { name: 'twitter:image', content: image },
    { name: 'twitter:image:alt', content: alt },
  ];
}
