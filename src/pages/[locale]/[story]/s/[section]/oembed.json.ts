import type { APIRoute, GetStaticPaths } from 'astro';
import { listStories, loadStory } from '../../../../../content.ts';
import { buildOEmbed } from '../../../../../site/meta/oembed.ts';

/** What systems that turn a section's address into an embed read. */
export const getStaticPaths = (async () => {
  const stories = await listStories();
  return stories.flatMap(({ locale, slug, sections }) =>
    sections.map(({ id }) => ({ params: { locale, story: slug, section: id } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params, site }) => {
  const { story } = await loadStory(params['story'] ?? '', params['locale'] ?? '');
  const section = story.sections.find(({ id }) => id === params['section']);
  if (!section) throw new Error(`Story ${story.slug} has no section ${params['section']}.`);
  // Without a public address, seen from this very file: that holds wherever the site is put.
  return Response.json(buildOEmbed(story, site?.href ?? '../../../../', section));
};
