import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  FETCH_LIMITS,
  type FetchLimits,
  FetchRefusal,
  fetchSafely,
} from '../../../../../src/cli/import/media/fetch-safely.ts';
import { isPrivateAddress } from '../../../../../src/cli/import/media/private-address.ts';

const CHUNK = Buffer.alloc(64_000, 7);

/** What a server may do to who asks it. */
const ANSWERS: Readonly<Record<string, RequestListener>> = {
  '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('a picture'),
  '/moved': (_, response) => response.writeHead(302, { location: '/picture' }).end(),
  '/round': (_, response) => response.writeHead(301, { location: '/round' }).end(),
  '/inwards': (_, response) => response.writeHead(302, { location: 'http://10.0.0.7/secret' }).end(),
  '/loopback': (_, response) => response.writeHead(307, { location: 'http://[::1]/secret' }).end(),
  '/to-disk': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/missing': (_, response) => response.writeHead(404).end('no'),
  '/announced': (_, response) => response.writeHead(200, { 'content-length': '999999999999' }).end(),
  '/endless'(_, response) {
    const more = (): void => {
      while (!response.destroyed && response.write(CHUNK));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/packed': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(10_000_000))),
  '/silent': () => undefined,
  '/slow'(_, response) {
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  },
  '/broken': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    response.socket?.destroySoon();
  },
};

let server: Server;
let address = '';

before(async () => {
  server = createServer((request, response) => ANSWERS[request.url ?? '']?.(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

/** As of a public site: only the address of the server itself may be asked. */
const LIMITS: FetchLimits = {
  maxBytes: 1_000_000,
  idleMs: 300,
  wholeMs: 900,
  maxRedirects: 4,
  isAllowed: (ip) => ip === '127.0.0.1',
};
const ask = (path: string, limits: Partial<FetchLimits> = {}) =>
  fetchSafely(`${address}${path}`, { ...LIMITS, ...limits });

test('what is at an address comes with its type, after a redirect too', async () => {
  const { bytes, type, address: last } = await ask('/moved');
  assert.equal(new TextDecoder().decode(bytes), 'a picture');
  assert.deepEqual([type, last], ['image/png', `${address}/picture`]);
});

for (const [what, path, reason] of [
  ['a redirect to itself', '/round', /leads on and on/],
  ['a redirect into the private network', '/inwards', /10\.0\.0\.7 is an address of this machine or its network/],
  ['a redirect to this machine', '/loopback', /::1 is an address of this machine/],
  ['a redirect to the disk', '/to-disk', /only http and https/],
  ['what is not there', '/missing', /answers 404/],
  ['a body that says it is too large', '/announced', /larger than 1 MB/],
  ['a body without an end', '/endless', /larger than 1 MB/],
  ['a body that unpacks to far more', '/packed', /packed/],
  ['a server that says nothing', '/silent', /keeps silent|too long/],
  ['a body that drips for ever', '/slow', /too long/],
  ['a body that breaks off', '/broken', /broke off|cannot be reached/],
] as const) {
  test(`refused with the reason: ${what}`, async () => {
    await assert.rejects(ask(path), (error: Error) => {
      assert.ok(error instanceof FetchRefusal, String(error));
      assert.match(error.message, reason);
      return true;
    });
  });
}

test('by itself nothing of this machine or its network is asked, whatever it is called', async () => {
  const { port } = server.address() as AddressInfo;
  for (const host of [
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
    '127.1',
  ]) {
    await assert.rejects(
      fetchSafely(`http://${host}:${port}/picture`, FETCH_LIMITS),
      /this machine|not found|no address/,
      host,
    );
  }
  for (const odd of ['ftp://example.org/a', 'file:///etc/passwd', 'data:text/plain,x', 'gopher://x', 'nothing at all'])
    await assert.rejects(fetchSafely(odd), FetchRefusal, odd);
});

test('addresses of no public site are known, in every way they are written', () => {
  const own = [
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '224.0.0.1',
  ];
  const six = [
    '::1',
    '::',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'ff02::1',
  ];
  for (const ip of [...own, ...six, '[::1]', 'no address']) assert.equal(isPrivateAddress(ip), true, ip);
  for (const ip of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:8.8.8.8'])
    assert.equal(isPrivateAddress(ip), false, ip);
});
