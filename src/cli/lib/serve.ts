import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';

export interface ServeOptions {
  readonly root: string;
  /** The first port to try. */
  readonly port: number;
  readonly host: string;
  /** How many ports to try before giving up. */
  readonly attempts?: number;
  /** Whether files are sent as they are: on one machine to compress takes longer than to send. */
  readonly isPlain?: boolean;
}

export interface StaticServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A folder asked for without its slash: from there the page's relative addresses would lead astray. */
function folderAddress(root: string, url: string): string | null {
  const [path = '', query] = url.split('?');
  const isFolder = !path.endsWith('/') && !/\.\.|^\/\//.test(path) && existsSync(join(root, path, 'index.html'));
  return isFolder ? `${path}/${query === undefined ? '' : `?${query}`}` : null;
}

async function answerNotFound(root: string, response: ServerResponse): Promise<void> {
  const page = join(root, '404.html');
  response.statusCode = 404;
  if (!existsSync(page)) {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('Not found');
    return;
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(await readFile(page));
}

/**
 * What lets stories stand in frames of other pages: see content/EMBED.md. A sandboxed frame has no origin of its own; a page
 * that isolates itself takes only what allows it to.
 */
const EMBED_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

function createStaticServer(root: string, isPlain: boolean): Server {
  const compress = compression({ threshold: 1024 });
  const files = sirv(root, {
    etag: true,
    brotli: !isPlain,
    onNoMatch: (_request, response) => void answerNotFound(root, response),
    setHeaders: (response, path) => {
      const isHashed = path.startsWith('/_astro/');
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      for (const [name, value] of Object.entries(EMBED_HEADERS)) response.setHeader(name, value);
    },
  });
  return createServer((request, response) => {
    const location = folderAddress(root, request.url ?? '/');
    if (location !== null) response.writeHead(308, { Location: location }).end();
    else if (isPlain) files(request, response);
    else compress(request, response, () => files(request, response));
  });
}

function listen(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

/**
 * Serves a folder of static files on the first free port from `port` on, compressed unless `isPlain`: a file that has a
 * `.br` beside it with that.
 * @throws when none of the ports tried is free
 */
export async function serve(options: ServeOptions): Promise<StaticServer> {
  const { root, port, host, attempts = 20, isPlain = false } = options;
  const server = createStaticServer(root, isPlain);
  for (let candidate = port; candidate < port + attempts; candidate += 1) {
    if (!(await listen(server, candidate, host))) continue;
    const address = server.address();
    const actual = typeof address === 'object' && address ? address.port : candidate;
    const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
    return { url: `http://${name}:${actual}/`, port: actual, close: () => close(server) };
  }
  throw new Error(`None of the ports ${port} to ${port + attempts - 1} is free on ${host}.`);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
