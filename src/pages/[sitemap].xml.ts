import type { APIRoute, GetStaticPaths } from 'astro';
import { listStories } from '../content.ts';
import { buildSitemap } from '../site/meta/sitemap.ts';

/** Sitemaps name whole addresses: a site without one has none. */
export const getStaticPaths = (() =>
  import.meta.env.SITE ? [{ params: { sitemap: 'sitemap' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site }) => {
  if (!site) throw new Error('The site has no address.');
  const body = buildSitemap(await listStories(), site);
  return new Response(body, { headers: { 'Content-Type': 'application/xml' } });
};
