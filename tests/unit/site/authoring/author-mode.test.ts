import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { authorMode } from '../../../../src/site/authoring/author-mode.ts';

const VALID = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'content', 'valid');

let root = '';
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'author-mode-'));
  await cp(VALID, root, { recursive: true });
});
after(() => rm(root, { recursive: true }));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What the author's server does with a request for an edit. */
function handlerOf(folder: string): Handler {
  const handlers: Handler[] = [];
  const updateConfig = ({ vite }: { readonly vite: { readonly plugins: readonly Plugin[] } }): void => {
    for (const { configureServer } of vite.plugins) {
      const use = (_address: string, handler: Handler): void => void handlers.push(handler);
      (configureServer as (server: unknown) => void)({ middlewares: { use }, config: { logger: console } });
    }
  };
  const config = { root: pathToFileURL(`${folder}/`), publicDir: pathToFileURL(`${folder}/public/`) };
  const setup = authorMode().hooks['astro:config:setup'] as unknown as (options: unknown) => void;
  setup({ config, command: 'dev', addDevToolbarApp: () => {}, updateConfig });
  const [handler] = handlers;
  assert.ok(handler);
  return handler;
}

/** Sends an edit from the site's own page, its text in the given pieces. */
function send(
  folder: string,
  pieces: readonly Uint8Array[],
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = {
    host: 'localhost:4321',
    origin: 'http://localhost:4321',
    'content-type': 'application/json',
  };
  const request = Object.assign(Readable.from(pieces), { method: 'POST', headers });
  return new Promise((resolve) => {
    let status = 0;
    const response = {
      writeHead: (code: number) => {
        status = code;
      },
      end: (text: string) => resolve({ status, text }),
    };
    handlerOf(folder)(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  });
}

const inBytes = (text: string): readonly Uint8Array[] => [...Buffer.from(text)].map((byte) => Uint8Array.of(byte));

test('Arabic arrives in the file as it was written, wherever its letters were cut on the way', async () => {
  const words = { head: 'عند المرفأ', body: 'هنا بدأت الرحلة' };
  const edit = { kind: 'callout', story: 'crossing', section: 'harbour', at: [10.5, 50.45], ...words };
  assert.equal((await send(root, inBytes(JSON.stringify(edit)))).status, 200);
  const file = await readFile(join(root, 'content/stories/crossing/en/10-harbour.mdx'), 'utf8');
  assert.ok(file.includes(`head: ${words.head}\n`) && file.includes(`body: ${words.body}\n`), file);
});

test('what is too long, no text or no edit is refused', async () => {
  const refused = [inBytes(' '.repeat(20_001)), [Uint8Array.of(0x22, 0xd8, 0x22)], inBytes('{"kind":')];
  for (const pieces of refused) assert.equal((await send(root, pieces)).status, 422);
});
