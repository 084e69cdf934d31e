import type { APIRoute, GetStaticPaths } from 'astro';
import { listStories, loadStory, openingPhoto } from '../../../content.ts';
import { renderCardPng } from '../../../site/meta/card-png.ts';

/** The same picture for where the words stand beside it. */
export const getStaticPaths = (async () => {
  const stories = await listStories();
  return stories.map(({ locale, slug }) => ({ params: { locale, story: slug } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const loaded = await loadStory(params['story'] ?? '', params['locale'] ?? '');
  return renderCardPng(loaded, false, await openingPhoto(loaded.story));
};
