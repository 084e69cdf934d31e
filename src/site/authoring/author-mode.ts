import { readFile, realpath, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { EDIT_ADDRESS, type EditAnswer } from '../../content/files/edit-address.ts';
import { DISK } from '../content/read-content.ts';
import { createEditService, type EditEffects, type EditService } from './edit-service.ts';
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

function send(response: ServerResponse, status: number, answer: EditAnswer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(answer));
}

async function serveEdit(request: IncomingMessage, response: ServerResponse, service: EditService): Promise<void> {
  const isJson = request.headers['content-type']?.split(';')[0] === 'application/json';
  if (request.method !== 'POST' || !isJson || !isFromOwnPage(request.headers)) {
    return send(response, 403, { done: false, reason: 'Edits are taken from this site’s own pages only.' });
  }
  const answer = await service.take(await bodyOf(request));
  return send(response, answer.done ? 200 : 422, answer);
}

function editServer(service: EditService): Plugin {
  return {
    name: 'author-mode',
    configureServer({ middlewares, config }) {
      middlewares.use(EDIT_ADDRESS, (request, response) => {
        serveEdit(request, response, service).catch((error: unknown) => {
          config.logger.error(String(error));
          send(response, 500, { done: false, reason: 'The file could not be written.' });
        });
      });
    },
  };
}

const ICON =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6"><path d="M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5"/><circle cx="12" cy="12" r="3.2"/></svg>';

/** While a story is written its views are chosen on the map itself: an app of Astro's toolbar, and what writes for it. */
export function authorMode(): AstroIntegration {
  return {
    name: 'author-mode',
    hooks: {
      'astro:config:setup'({ config, command, addDevToolbarApp, updateConfig }) {
        if (command !== 'dev') return;
        const folders = { root: fileURLToPath(config.root), publicFolder: fileURLToPath(config.publicDir) };
        const entrypoint = new URL('../../author/author-app.ts', import.meta.url);
        addDevToolbarApp({ id: 'author-mode', name: 'Choose views on the map', icon: ICON, entrypoint });
        updateConfig({
          devToolbar: { enabled: true },
          vite: { plugins: [editServer(createEditService(folders, EFFECTS))] },
        });
      },
    },
  };
}
