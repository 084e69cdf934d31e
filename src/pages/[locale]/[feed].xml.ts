import rss from '@astrojs/rss';
import type { APIRoute, GetStaticPaths } from 'astro';
import { listStories, loadPublisher, siteLocales } from '../../content.ts';
import { translate } from '../../i18n/translate.ts';

/** What feed readers follow, a feed a language. They are given whole addresses: a site without one has none. */
export const getStaticPaths = (async () => {
  const locales = import.meta.env.SITE ? await siteLocales(await listStories()) : [];
  return locales.map((locale) => ({ params: { locale, feed: 'feed' } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { locale = '' } = params;
  if (!site) throw new Error('The site has no address.');
  const publisher = await loadPublisher(locale);
  const stories = (await listStories()).filter((story) => story.locale === locale);
  return rss({
    title: publisher.name || translate('siteTitle', locale),
    description: publisher.description || translate('siteDescription', locale),
    site: new URL(`${locale}/`, site).href,
    customData: `<language>${locale}</language>`,
    items: stories.map((story) => ({
      title: story.title,
      description: story.description,
      pubDate: new Date(story.published),
      link: new URL(`${locale}/${story.slug}/`, site).href,
    })),
  });
};
