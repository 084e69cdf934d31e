import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type StaticServer, serve } from '../../../../src/cli/lib/serve.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 46_321;
let root = '';
let server: StaticServer;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(root, '_astro'));
  await mkdir(join(root, 'en'));
  await writeFile(join(root, 'index.html'), `<h1>${'paper '.repeat(1000)}</h1>`);
  await writeFile(join(root, 'en', 'index.html'), '<h1>en</h1>');
  await writeFile(join(root, '_astro', 'a.1234.js'), 'export {};');
  await writeFile(join(root, '404.html'), '<h1>Nothing here</h1>');
  server = await serve({ root, port: FIRST_PORT, host: HOST });
});

after(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  of: StaticServer = server,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(new URL(path, of.url.replace('localhost', HOST)), { headers }, (response) => {
      response.resume();
      resolve(response);
    }).on('error', reject);
  });
}

test('compresses what can be compressed, for those who can read it', async () => {
  assert.equal((await ask('/', { 'accept-encoding': 'br' })).headers['content-encoding'], 'br');
  assert.equal((await ask('/', { 'accept-encoding': 'gzip' })).headers['content-encoding'], 'gzip');
  assert.equal((await ask('/')).headers['content-encoding'], undefined);
});

test('sends files as they are where that is asked for', async () => {
  const plain = await serve({ root, port: FIRST_PORT + 40, host: HOST, isPlain: true });
  const response = await ask('/', { 'accept-encoding': 'br' }, plain);
  assert.equal(response.headers['content-encoding'], undefined);
  assert.equal(response.headers['content-length'], '6009');
  await plain.close();
});

test('a folder answers with its page', async () => {
  const response = await ask('/en/');
  assert.equal(response.statusCode, 200);
  assert.match(response.headers['content-type'] ?? '', /text\/html/);
});

test('a folder asked for without its slash is shown at its own address, and no other site is ever pointed at', async () => {
  const response = await ask('/en?from=mail');
  assert.equal(response.statusCode, 308);
  assert.equal(response.headers.location, '/en/?from=mail');
  assert.notEqual((await ask(`${server.url.slice(0, -1)}//en`)).headers.location, '//en/');
});

test('only files named after their content are kept for ever', async () => {
  assert.match((await ask('/_astro/a.1234.js')).headers['cache-control'] ?? '', /immutable/);
  assert.equal((await ask('/')).headers['cache-control'], 'no-cache');
});

test('what is not there is said with a page of the site, and nothing above the root is shown', async () => {
  for (const path of ['/nowhere/', '/../package.json', '/%2e%2e/package.json']) {
    const response = await ask(path);
    assert.equal(response.statusCode, 404, path);
    assert.match(response.headers['content-type'] ?? '', /text\/html/);
  }
});

test('a taken port is passed over; with none left it says which were tried', async () => {
  const next = await serve({ root, port: server.port, host: HOST });
  assert.ok(next.port > server.port);
  await next.close();
  await assert.rejects(serve({ root, port: server.port, host: HOST, attempts: 1 }), {
    message: new RegExp(`${server.port} to ${server.port} is free`),
  });
});
