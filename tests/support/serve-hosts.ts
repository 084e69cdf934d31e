import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';

/** Pages of other people, in which stories are embedded. */
export interface HostServer {
  /** `http://localhost:…`: another site than the story's, to the browser. */
  readonly url: string;
  close(): Promise<void>;
}

const FOLDER = join(PROJECT_ROOT, 'tests', 'fixtures', 'hosts');
const PYM = join(PROJECT_ROOT, 'node_modules', 'pym.js', 'dist', 'pym.v1.min.js');
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript', '.html': 'text/html' };

/** An article’s own text, so long that a screen is full of it. */
const TEXT = `<p>${'This sentence stands for the article’s own text, set in the article’s own type. '.repeat(14)}</p>`;

/** Fills in what a host page has to know of the story: `?site=<origin>&path=<locale>/<story>/`, and a style of its own. */
function fillIn(page: string, query: URLSearchParams): string {
  const [site, path] = [query.get('site') ?? '', query.get('path') ?? ''];
  const words: Readonly<Record<string, string>> = {
    text: TEXT,
    site,
    path,
    story: `${site}/${path}`,
    embed: `${site}/${path}embed/`,
    loader: `${site}/embed.js`,
    mode: query.get('mode') ?? 'auto',
    style: query.get('style') ?? '',
    query: query.toString().replaceAll('&', '&amp;'),
  };
  return page.replace(/\{\{(\w+)\}\}/g, (braces, word: string) => words[word] ?? braces);
}

export async function serveHosts(): Promise<HostServer> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const file = extname(pathname) === '' ? `${pathname}.html` : pathname;
    const source = await readFile(file === '/pym.js' ? PYM : join(FOLDER, file), 'utf8').catch(() => null);
    const isolation = searchParams.get('isolation');
    response.writeHead(source === null ? 404 : 200, {
      'Content-Type': `${TYPES[extname(file)]}; charset=utf-8`,
      ...(isolation === null ? {} : { 'Cross-Origin-Embedder-Policy': isolation }),
    });
    response.end(extname(file) === '.html' ? fillIn(source ?? '', searchParams) : (source ?? ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
