import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Connect } from 'vite';
import { readBuiltPages } from '../built-site.ts';
import { readStories } from '../content/read-content.ts';
import { htmlReferences } from '../links/html-references.ts';
import { buildMedia, MADE_FOLDER, MEDIA_ADDRESS } from '../media/build-media.ts';
import { MEDIA_TYPES } from '../media/media-paths.ts';

/** So often a build that takes long says how far it has come; one that finds all of it made says nothing. */
const TELL_EVERY_MS = 3000;

/** Files of media that pages name, by their paths below the folder of made files. */
function mediaIn(html: string): readonly string[] {
  const addresses = htmlReferences(html).map(({ url }) => url.replace(/[?#].*$/, ''));
  return addresses.filter((url) => url.startsWith(MEDIA_ADDRESS)).map((url) => url.slice(MEDIA_ADDRESS.length));
}

async function makeAll(root: string, logger: AstroIntegrationLogger): Promise<void> {
  let told = performance.now();
  for (const story of await readStories(join(root, 'content', 'stories'))) {
    await buildMedia(story, root, (done, all) => {
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      logger.info(`${story.slug}: ${done} of ${all} media files`);
    });
  }
}

/** While a story is written, its files are sent from where they are made. */
const serve =
  (root: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    const path = decodeURIComponent((request.url ?? '').replace(/^\/|[?#].*$/g, ''));
    if (path.split('/').includes('..')) return next();
    readFile(join(root, MADE_FOLDER, path)).then(
      (bytes) => {
        response.setHeader('Content-Type', MEDIA_TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => next(),
    );
  };

async function copyShown(root: string, folder: string): Promise<void> {
  const shown = new Set((await readBuiltPages(folder)).flatMap(mediaIn));
  for (const path of shown) {
    const to = join(folder, MEDIA_ADDRESS, path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(root, MADE_FOLDER, path), to);
  }
}

/** Makes the files that media are sent as, and puts those that pages show into the built site. */
export function storyMedia(): AstroIntegration {
  let root = '';
  return {
    name: 'story-media',
    hooks: {
      async 'astro:config:setup'({ config, command, logger }) {
        root = fileURLToPath(config.root);
        if (command === 'build') await makeAll(root, logger);
      },
      'astro:server:setup': ({ server }) => void server.middlewares.use(MEDIA_ADDRESS.slice(0, -1), serve(root)),
      'astro:build:done': ({ dir }) => copyShown(root, fileURLToPath(dir)),
    },
  };
}
