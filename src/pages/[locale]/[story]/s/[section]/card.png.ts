import type { APIRoute, GetStaticPaths } from 'astro';
import { listStories, loadStory, sectionCardPng } from '../../../../../content.ts';
import { asPng } from '../../../../../site/meta/card-png.ts';

/** The picture of a shared link to a section. */
export const getStaticPaths = (async () => {
  const stories = await listStories();
  return stories.flatMap(({ locale, slug, sections }) =>
    sections.map(({ id }) => ({ params: { locale, story: slug, section: id } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const loaded = await loadStory(params['story'] ?? '', params['locale'] ?? '');
  const section = loaded.story.sections.find(({ id }) => id === params['section']);
  if (!section) throw new Error(`Story ${loaded.story.slug} has no section ${params['section']}.`);
  return asPng(await sectionCardPng(loaded, section));
};
