import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { MDX_COMPONENTS } from '../../content/prose/mdx-body.ts';
import { isElement, nodesIn, readText } from '../../content/prose/text-tree.ts';
import { splitFrontmatter } from '../content/frontmatter.ts';
import { OWN_STYLE } from '../links/styles-in-head.ts';

/** A section of a story, with the folder of the story. */
const SECTION = /^(.*\/content\/stories\/[^/]+)\/[^/]+\/[^/]+\.mdx$/;

/** Imports of the components that a text uses and the program does not have, by their names. */
export function importsOf(body: string, file: string, isThere: (path: string) => boolean = existsSync): string {
  const folder = SECTION.exec(file)?.[1];
  if (folder === undefined) return '';
  const reading = readText(body);
  if (reading.fault !== null) return '';
  const names = [...new Set(nodesIn(reading.root).flatMap((node) => (isElement(node) ? [node.name ?? ''] : [])))];
  const own = names.filter((name) => /^[A-Z]\w*$/.test(name) && !MDX_COMPONENTS.includes(name));
  const found = own.filter((name) => isThere(join(folder, 'components', `${name}.astro`)));
  return found.map((name) => `import ${name} from '../components/${name}.astro'`).join('\n');
}

const COMPONENT = /\/content\/stories\/[^/]+\/components\/[^?]+\.astro$/;

/** A component whose styles stay where it stands: Astro collects them of what pages import, and of no text. */
export const withStylesInPlace = (code: string): string =>
  code.replace(/<style(?![^>]*\bis:inline\b)/g, `<style ${OWN_STYLE} is:inline`);

/**
 * A Vite plugin: a section imports the story's own components that its text names, so that their styles and scripts come
 * with this story alone. Behind the text, where no line of it moves.
 */
export function ownComponents(): Plugin {
  return {
    name: 'own-components',
    transform: {
      order: 'pre',
      filter: { id: [/\.mdx$/, COMPONENT] },
      handler(code, id) {
        if (COMPONENT.test(id)) return { code: withStylesInPlace(code), map: null };
        const imports = importsOf(splitFrontmatter(code)?.body ?? code, id.replace(/\?.*$/, ''));
        return imports === '' ? null : { code: `${code.trimEnd()}\n\n${imports}\n`, map: null };
      },
    },
  };
}
