import { escapeHtml } from '../../i18n/escape-html.ts';
import type { Story } from '../../story/story.ts';

/** Paths of a story that search engines shall find, below the site. */
const pathsOf = ({ pages }: Story): readonly string[] => ['', ...pages.map(({ id }) => `${id}/`)];

function entry(story: Story, path: string, site: URL): string {
  const addressIn = (locale: string): string => escapeHtml(new URL(`${locale}/${story.slug}/${path}`, site).href);
  const others = story.locales.length > 1 ? story.locales : [];
  const alternates = others.map(
    (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${addressIn(locale)}"/>`,
  );
  return `<url><loc>${addressIn(story.locale)}</loc><lastmod>${story.modified}</lastmod>${alternates.join('')}</url>`;
}

/** All pages of the stories with their other languages, as sitemaps.org describes it. */
export function buildSitemap(stories: readonly Story[], site: URL): string {
  const entries = stories.flatMap((story) => pathsOf(story).map((path) => entry(story, path, site)));
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">' +
    `${entries.join('')}</urlset>\n`
  );
}
