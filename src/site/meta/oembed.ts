import { embedSnippets } from '../../embed/snippets.ts';
import type { Section, Story } from '../../story/story.ts';
import { sectionCard } from './section-page.ts';
import { CARD_SIZE, cardOf } from './social-tags.ts';

/** What systems that turn an address into an embed read: oEmbed 1.0, type `rich`. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly author_name: string;
  /** Absent where the site does not say whose it is. */
  readonly provider_name?: string;
  readonly provider_url: string;
  readonly html: string;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 720;
const HEIGHT = 600;

/**
 * @param site address of the whole site, with a slash at its end
 * @param section the one that the frame opens at and the picture shows; null for the story from its beginning
 */
export function buildOEmbed(story: Story, site: string, section: Section | null = null): OEmbed {
  const { standfirst, byline, publisher, locale, slug } = story;
  const title = section ? `${section.title} · ${story.title}` : story.title;
  const { iframe } = embedSnippets({
    title,
    standfirst,
    page: `${site}${locale}/${slug}/`,
    loader: `${site}embed.js`,
    section: section?.id,
  });
  const card = section ? sectionCard(story, section) : cardOf(story);
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: byline,
    ...(publisher === '' ? {} : { provider_name: publisher }),
    provider_url: site,
    html: iframe,
    width: WIDTH,
    height: HEIGHT,
    thumbnail_url: `${site}${card.path.slice(1)}`,
    thumbnail_width: CARD_SIZE.width,
    thumbnail_height: CARD_SIZE.height,
  };
}
