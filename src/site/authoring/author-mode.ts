import { readFile, realpath, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { EDIT_ADDRESS, type EditAnswer, LAYER_ADDRESS } from '../../content/files/edit-address.ts';
import { DISK } from '../content/read-content.ts';
import { createEditService, type EditEffects } from './edit-service.ts';
import { findLayer } from './layer-service.ts';
import { isFromOwnPage } from './own-origin.ts';

const EFFECTS: EditEffects = {
  ...DISK,
  read: (path) => readFile(path),
  write: (path, text) => writeFile(path, text),
  realPath: (path) => realpath(path),
};

/** An edit is a few words; more is not one. */
const MAX_BYTES = 20_000;

/** Decoded as a whole, since a letter of several bytes may be cut between two chunks. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return null;
  }
}

function send(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(answer));
}

const refused = (reason: string): EditAnswer => ({ done: false, reason });

/** Makes an answer of what a page asks; null where there is none. */
type Answer = (asked: unknown) => Promise<object | null>;

async function serve(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const isJson = request.headers['content-type']?.split(';')[0] === 'application/json';
  if (request.method !== 'POST' || !isJson || !isFromOwnPage(request.headers)) {
    return send(response, 403, refused('Edits are taken from this site’s own pages only.'));
  }
  const found = await answer(await bodyOf(request));
  if (found === null) return send(response, 404, refused('There is no such data layer.'));
  return send(response, 'done' in found && found.done === false ? 422 : 200, found);
}

/** @param answers by their addresses */
function authorServer(answers: Readonly<Record<string, Answer>>): Plugin {
  return {
    name: 'author-mode',
    configureServer({ middlewares, config }) {
      for (const [address, answer] of Object.entries(answers)) {
        middlewares.use(address, (request, response) => {
          serve(request, response, answer).catch((error: unknown) => {
            config.logger.error(String(error));
            send(response, 500, refused('The file could not be read or written.'));
          });
        });
      }
    },
  };
}

const ICON =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6"><path d="M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5"/><circle cx="12" cy="12" r="3.2"/></svg>';

/** While a story is written its views and the scales of its data are chosen on the map itself: an app of Astro's toolbar, and what writes for it. */
export function authorMode(): AstroIntegration {
  return {
    name: 'author-mode',
    hooks: {
      'astro:config:setup'({ config, command, addDevToolbarApp, updateConfig }) {
        if (command !== 'dev') return;
        const folders = { root: fileURLToPath(config.root), publicFolder: fileURLToPath(config.publicDir) };
        const entrypoint = new URL('../../author/author-app.ts', import.meta.url);
        addDevToolbarApp({ id: 'author-mode', name: 'Choose views on the map', icon: ICON, entrypoint });
        const server = authorServer({
          [EDIT_ADDRESS]: createEditService(folders, EFFECTS).take,
          [LAYER_ADDRESS]: (asked) => findLayer(asked, folders, EFFECTS),
        });
        // Found one by one as the page asks for them, each would load the page anew.
        const optimizeDeps = { include: ['culori', 'simple-statistics', 'topojson-server', 'topojson-simplify'] };
        updateConfig({ devToolbar: { enabled: true }, vite: { plugins: [server], optimizeDeps } });
      },
    },
  };
}
