import type { Plugin } from 'vite';
import { withFigures } from '../../content/prose/figures-in-text.ts';
import { splitFrontmatter } from '../content/frontmatter.ts';

/** A Vite plugin: Markdown's pictures of a story's media become components before its texts are compiled. */
export function mediaFigures(): Plugin {
  return {
    name: 'media-figures',
    transform: {
      order: 'pre',
      filter: { id: /\.mdx$/ },
      handler(code) {
        const split = splitFrontmatter(code);
        return { code: split === null ? withFigures(code) : split.head + withFigures(split.body), map: null };
      },
    },
  };
}
