import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { minify } from 'terser';
import { build, type Rolldown } from 'vite';

/** The script of `<story-embed>`, whole in one file and without a name of its own in the page. */
export async function buildLoader(root: string): Promise<string> {
  const entry = fileURLToPath(new URL('../../embed/loader/loader.ts', import.meta.url));
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'storyEmbed' }, target: 'es2022', minify: false },
  });
  const [output] = [result].flat() as readonly Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (!chunk) throw new Error('The loader of embeds was not built.');
  const { code } = await minify(chunk.code, { toplevel: true, compress: { passes: 3, ecma: 2020 } });
  return code ?? chunk.code;
}

/**
 * Puts `embed.js` beside the site's pages. It is a classic script, unlike all others here, because it has to find its own
 * tag in pages that allow nothing else.
 */
export function embedLoader(): AstroIntegration {
  let root = '';
  return {
    name: 'embed-loader',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use('/embed.js', (_request, response, next) => {
          response.setHeader('Content-Type', 'text/javascript');
          buildLoader(root).then((code) => response.end(code), next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('embed.js', dir), await buildLoader(root));
      },
    },
  };
}
