import type { APIRoute, GetStaticPaths } from 'astro';
import { listStories, loadStory } from '../../../content.ts';
import { buildOEmbed } from '../../../site/meta/oembed.ts';

export const getStaticPaths = (async () => {
  const stories = await listStories();
  return stories.map(({ locale, slug }) => ({ params: { locale, story: slug } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { story } = await loadStory(params['story'] ?? '', params['locale'] ?? '');
  // Without a public address, seen from this very file: that holds wherever the site is put.
  return Response.json(buildOEmbed(story, site?.href ?? '../../'));
};
