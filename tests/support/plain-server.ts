import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import type { SiteFiles } from '../../src/site/links/site-files.ts';

export interface PlainServerOptions {
  /** A folder, or the files themselves. */
  readonly root: string | SiteFiles;
  /** Folder of the server that shows the site, with slashes at both ends. */
  readonly prefix?: string;
  /** Whether a folder answers with its index.html. */
  readonly hasIndexes?: boolean;
}

export interface PlainServer {
  /** Where the site is, with a slash at the end. */
  readonly url: string;
  /** Paths below the site asked for so far, in order. */
  readonly requests: readonly string[];
  /** Bytes of contents sent so far. */
  sentBytes(): number;
  /** Sends so many further bytes and then nothing. */
  stallAfter(bytes: number): void;
  /** Cuts every connection once so many further bytes were sent. */
  dieAfter(bytes: number): void;
  /** Cuts every connection. Browsers drop what they have not read by then. */
  die(): void;
  /** Answers again, with other files if some are given. */
  revive(root?: string | SiteFiles): void;
  close(): Promise<void>;
}

/** What the simplest servers know; all else is some bytes to them. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** A connection that breaks is silent before, so that most of what was sent is read. */
const SILENCE_MS = 300;

class Plain implements PlainServer {
  url = '';
  readonly requests: string[] = [];
  readonly #prefix: string;
  readonly #hasIndexes: boolean;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #root: string | SiteFiles;
  #sent = 0;
  #limit = Number.POSITIVE_INFINITY;
  #diesAtLimit = true;
  #death: NodeJS.Timeout | undefined;

  constructor({ root, prefix = '/', hasIndexes = true }: PlainServerOptions) {
    this.#root = root;
    this.#prefix = prefix;
    this.#hasIndexes = hasIndexes;
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      if (this.#diesAtLimit && this.#sent >= this.#limit) socket.destroy();
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${this.#prefix}`;
    return this;
  }

  sentBytes(): number {
    return this.#sent;
  }

  stallAfter(bytes: number): void {
    this.#diesAtLimit = false;
    this.#limit = this.#sent + bytes;
  }

  dieAfter(bytes: number): void {
    this.#diesAtLimit = true;
    this.#limit = this.#sent + bytes;
    if (bytes <= 0) this.die();
  }

  die(): void {
    this.#diesAtLimit = true;
    this.#limit = Math.min(this.#limit, this.#sent);
    for (const socket of this.#sockets) socket.destroy();
  }

  revive(root = this.#root): void {
    clearTimeout(this.#death);
    this.#root = root;
    this.#limit = Number.POSITIVE_INFINITY;
  }

  async close(): Promise<void> {
    this.die();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    const path = decodeURIComponent(pathname.slice(this.#prefix.length));
    this.requests.push(path);
    const isInside = pathname.startsWith(this.#prefix) && !normalize(path).startsWith('..');
    const isFolder = path === '' || path.endsWith('/');
    const file = isFolder && this.#hasIndexes ? `${path}index.html` : path;
    const content = isInside ? await this.#read(file) : null;
    if (content) this.#send(response, TYPES[extname(file)] ?? 'application/octet-stream', content);
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
  }

  async #read(file: string): Promise<Uint8Array | null> {
    if (typeof this.#root !== 'string') return this.#root.get(file) ?? null;
    return await readFile(join(this.#root, file.split('/').join(sep))).catch(() => null);
  }

  #send(response: ServerResponse, type: string, content: Uint8Array): void {
    // As most servers of plain files: whether a copy is still good is asked for each time.
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': content.length, 'Cache-Control': 'no-cache' });
    const left = this.#limit - this.#sent;
    this.#sent += Math.min(content.length, left);
    if (left >= content.length) response.end(content);
    else response.write(content.subarray(0, Math.max(0, left)), () => this.#dieSoon());
  }

  #dieSoon(): void {
    if (!this.#diesAtLimit) return;
    clearTimeout(this.#death);
    this.#death = setTimeout(() => this.die(), SILENCE_MS);
  }
}

/** A server that knows no compression, no ranges, no rewriting, and few types: the least a site may count on. */
export const servePlainly = (options: PlainServerOptions): Promise<PlainServer> => new Plain(options).listen();
