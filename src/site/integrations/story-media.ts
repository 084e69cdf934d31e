import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Connect } from 'vite';
import { readBuiltPages } from '../built-site.ts';
import { readStories } from '../content/read-content.ts';
import { htmlReferences } from '../links/html-references.ts';
import { MADE_MAP_FOLDER, MAP_ADDRESS } from '../map-files/map-paths.ts';
import { buildMedia, MADE_FOLDER, MEDIA_ADDRESS } from '../media/build-media.ts';
import { MEDIA_TYPES } from '../media/media-paths.ts';

/** So often a build that takes long says how far it has come; one that finds all of it made says nothing. */
const TELL_EVERY_MS = 3000;

/** Where made files wait, by the address they get. */
const MADE: readonly (readonly [address: string, folder: string])[] = [
  [MEDIA_ADDRESS, MADE_FOLDER],
  [MAP_ADDRESS, MADE_MAP_FOLDER],
];

/** What a page shows of these; to read a page takes longer than to look whether it names any. */
const addressesIn = (html: string): readonly string[] =>
  MADE.some(([address]) => html.includes(address))
    ? htmlReferences(html).map(({ url }) => url.replace(/[?#].*$/, ''))
    : [];

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
  (root: string, folder: string): Connect.NextHandleFunction =>
  (request, response, next) => {
    const path = decodeURIComponent((request.url ?? '').replace(/^\/|[?#].*$/g, ''));
    if (path.split('/').includes('..')) return next();
    readFile(join(root, folder, path)).then(
      (bytes) => {
        response.setHeader('Content-Type', MEDIA_TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => next(),
    );
  };

async function copyShown(root: string, folder: string): Promise<void> {
  const shown = new Set((await readBuiltPages(folder)).flatMap(addressesIn));
  for (const [address, made] of MADE) {
    for (const url of [...shown].filter((one) => one.startsWith(address))) {
      const to = join(folder, url);
      await mkdir(dirname(to), { recursive: true });
      await copyFile(join(root, made, url.slice(address.length)), to);
    }
  }
}

/** Makes the files that media are sent as, and puts those that pages show into the built site, with those of maps. */
export function storyMedia(): AstroIntegration {
  let root = '';
  return {
    name: 'story-media',
    hooks: {
      async 'astro:config:setup'({ config, command, logger }) {
        root = fileURLToPath(config.root);
        if (command === 'build') await makeAll(root, logger);
      },
      'astro:server:setup': ({ server }) => {
        for (const [address, folder] of MADE) server.middlewares.use(address.slice(0, -1), serve(root, folder));
      },
      'astro:build:done': ({ dir }) => copyShown(root, fileURLToPath(dir)),
    },
  };
}
