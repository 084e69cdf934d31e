import type { Plugin } from 'vite';
import { withoutFrontmatter } from '../content/frontmatter.ts';

/** A Vite plugin: takes the frontmatter from MDX files before they are compiled; `content.ts` has read it. */
export function blankFrontmatter(): Plugin {
  return {
    name: 'blank-frontmatter',
    transform: {
      order: 'pre',
      filter: { id: /\.mdx$/ },
      handler: (code) => ({ code: withoutFrontmatter(code), map: null }),
    },
  };
}
