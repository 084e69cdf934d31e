import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createFetchOnce } from '../../../../../src/cli/import/media/fetch-once.ts';
import { FETCH_LIMITS } from '../../../../../src/cli/import/media/fetch-safely.ts';

test('what was fetched is not asked for again, and what was refused is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fetched-'));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/gone') response.writeHead(500).end();
    else response.setHeader('content-type', 'image/png').end('bytes');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const limits = { ...FETCH_LIMITS, isAllowed: () => true };
  try {
    const [first, second] = [createFetchOnce(folder), createFetchOnce(folder)];
    const before = await first(`http://127.0.0.1:${port}/a.png`, limits);
    const again = await second(`http://127.0.0.1:${port}/a.png`, limits);
    assert.deepEqual([again.type, Buffer.from(again.bytes).toString()], [before.type, 'bytes']);
    for (const fetch of [first, second]) await assert.rejects(fetch(`http://127.0.0.1:${port}/gone`, limits), /500/);
    assert.deepEqual(asked, ['/a.png', '/gone', '/gone']);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
});
