import type { Section, Story } from '../../story/story.ts';
import type { SocialPicture } from './social-tags.ts';

/** Where a section's own page is, below the site: what is shared where a link to it shall have its own picture. */
export const sectionPath = ({ locale, slug }: Story, { id }: Section): string => `/${locale}/${slug}/s/${id}/`;

/** The section's own: its map, its title and the story's. */
export const sectionCard = (story: Story, section: Section): SocialPicture => ({
  isCard: true,
  path: `${sectionPath(story, section)}card.png`,
  alt: `${section.title} · ${story.title}`,
});

/** Structured data of a section's page: schema.org `WebPage`, part of the story. */
export const sectionJsonLd = (story: Story, section: Section, storyAddress: string): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'WebPage',
  name: section.title,
  inLanguage: story.locale,
  isPartOf: { '@type': 'Article', headline: story.title, url: storyAddress },
});

/** In characters: what says something, and as much as previews show. */
const SHORTEST = 40;
const LONGEST = 160;

/** What a preview says below the title: what the map shows, else what the story is about. */
export function sectionDescription({ mapDescription }: Section, { description }: Story): string {
  const text = mapDescription.length < SHORTEST ? description : mapDescription;
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1))}…`;
}
