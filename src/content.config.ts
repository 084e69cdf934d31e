import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const base = './content/stories';

/**
 * Astro only reads; `checkStory` judges. A schema here would stop at the first bad file with a message about Astro, where
 * authors are promised all their mistakes together.
 */
const schema = z.looseObject({});

/** The path itself: two stories may both have an `en/index.mdx`, and `checkStory` names files by their path. */
const generateId = ({ entry }: { readonly entry: string }) => entry;

export const collections = {
  sections: defineCollection({ loader: glob({ base, pattern: '*/*/*.mdx', generateId }), schema }),
  basemaps: defineCollection({
    loader: glob({ base: './public/basemap', pattern: '*.topo.json', generateId, retainBody: false }),
    schema,
  }),
};
