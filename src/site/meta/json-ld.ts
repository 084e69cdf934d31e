import type { Publisher } from '../../content/normalize/normalize-site.ts';
import type { Story } from '../../story/story.ts';

type Site = Pick<Publisher, 'home'>;

/** schema.org `Organization`. */
const organization = (name: string, { home }: Site) => ({
  '@type': 'Organization',
  name,
  ...(home === null ? {} : { url: home }),
});

const correctionsOf = ({ corrections }: Story) =>
  corrections.length === 0
    ? {}
    : {
        correction: corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date })),
      };

/** Structured data of a story: schema.org `Article`. */
export function storyJsonLd(story: Story, site: Site = { home: null }): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: story.title,
    description: story.description,
    inLanguage: story.locale,
    datePublished: story.published,
    dateModified: story.modified,
    ...(story.licence === '' ? {} : { license: { '@type': 'CreativeWork', name: story.licence } }),
    author: { '@type': 'Organization', name: story.byline },
    ...(story.publisher === '' ? {} : { publisher: organization(story.publisher, site) }),
    ...correctionsOf(story),
    isBasedOn: Object.values(story.sources).map(({ cite }) => ({ '@type': 'Article', name: cite })),
    contentLocation: Object.values(story.places).map(({ names, lngLat: [longitude, latitude] }) => ({
      '@type': 'Place',
      name: names[story.locale] ?? names[story.defaultLocale],
      geo: { '@type': 'GeoCoordinates', latitude, longitude },
    })),
  };
}
