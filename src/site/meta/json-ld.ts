import type { Story } from '../../story/story.ts';

/** Structured data of a story: schema.org `Article`. */
export function storyJsonLd(story: Story): Record<string, unknown> {
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
    ...(story.publisher === '' ? {} : { publisher: { '@type': 'Organization', name: story.publisher } }),
    isBasedOn: Object.values(story.sources).map(({ cite }) => ({ '@type': 'Article', name: cite })),
    contentLocation: Object.values(story.places).map(({ names, lngLat: [longitude, latitude] }) => ({
      '@type': 'Place',
      name: names[story.locale] ?? names[story.defaultLocale],
      geo: { '@type': 'GeoCoordinates', latitude, longitude },
    })),
  };
}
