import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { sendEdit } from '../../../src/author/send-edit.ts';

type Asked = readonly [address: string, init: RequestInit];

/** A server that answers so, for as long as the test runs. */
function serve(t: TestContext, answer: () => Promise<Response>): readonly Asked[] {
  const asked: Asked[] = [];
  t.mock.method(globalThis, 'fetch', (address: string, init: RequestInit) => {
    asked.push([address, init]);
    return answer();
  });
  return asked;
}

test('an edit is sent as it is, and the server’s answer comes back', async (t) => {
  const asked = serve(t, async () => Response.json({ done: true, file: 'en/10-harbour.mdx' }));
  assert.deepEqual(await sendEdit({ kind: 'undo' }), { done: true, file: 'en/10-harbour.mdx' });
  const [[, init] = ['', {}]] = asked;
  assert.equal(init.method, 'POST');
  assert.deepEqual(JSON.parse(String(init.body)), { kind: 'undo' });
  assert.equal(asked.length, 1);
});

test('a refusal is an answer like any other', async (t) => {
  serve(t, async () => Response.json({ done: false, reason: 'no such section' }, { status: 422 }));
  assert.deepEqual(await sendEdit({ kind: 'undo' }), { done: false, reason: 'no such section' });
});

test('a server that is gone, or says something else, is told in words and never thrown', async (t) => {
  for (const answer of [
    () => Promise.reject(new TypeError('fetch failed')),
    async () => new Response('<h1>Not here</h1>', { status: 404 }),
  ]) {
    serve(t, answer);
    const { done, ...told } = await sendEdit({ kind: 'undo' });
    assert.equal(done, false);
    assert.match('reason' in told ? told.reason : '', /still running/);
    t.mock.restoreAll();
  }
});
