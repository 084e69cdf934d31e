import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PackedBasemap } from '../../../../src/basemap/packed.ts';
import { loadJson, type Network } from '../../../../src/reader/loading/load-json.ts';

const ADDRESS = 'https://maps.example/basemap/levant.topo.json';
const BASEMAP = { type: 'Topology' } as unknown as PackedBasemap;

type Answer = (signal: AbortSignal) => Promise<Response>;

const brings: Answer = async () => new Response(JSON.stringify(BASEMAP));
const fails: Answer = async () => new Response('', { status: 404 });
const breaks: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const standsStill: Answer = (signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** A network that gives these answers in turn, on which waiting takes no time; and what was asked of it. */
function network(...answers: readonly Answer[]) {
  const waits: number[] = [];
  let asked = 0;
  const parts = {
    fetch: (url: string, { signal }: { readonly signal: AbortSignal }) => {
      assert.equal(url, ADDRESS);
      asked += 1;
      return (answers[asked - 1] ?? breaks)(signal);
    },
    setTimeout: (run: () => void, ms: number) => {
      waits.push(ms);
      return setTimeout(run, ms / 1000);
    },
    clearTimeout,
  } as unknown as Network;
  return { parts, waits, asked: () => asked };
}

test('a basemap that comes is asked for once', async () => {
  const { parts, asked } = network(brings);
  assert.deepEqual(await loadJson<PackedBasemap>(ADDRESS, new AbortController().signal, parts), BASEMAP);
  assert.equal(asked(), 1);
});

for (const [name, first] of Object.entries({ fails, breaks, standsStill })) {
  test(`a basemap whose first answer ${name} is asked for once more, a second later`, async () => {
    const { parts, asked, waits } = network(first, brings);
    assert.deepEqual(await loadJson<PackedBasemap>(ADDRESS, new AbortController().signal, parts), BASEMAP);
    assert.equal(asked(), 2);
    assert.ok(waits.includes(1000), `${waits}`);
  });
}

test('after the second failure it is given up, with its cause', async () => {
  const { parts, asked } = network(breaks, fails, brings);
  await assert.rejects(loadJson<PackedBasemap>(ADDRESS, new AbortController().signal, parts), /answered 404/);
  assert.equal(asked(), 2);
});

test('a load aborted before, on its way, or while it waits for the second try downloads nothing more', async () => {
  const before = network(brings);
  await assert.rejects(loadJson<PackedBasemap>(ADDRESS, AbortSignal.abort(), before.parts), { name: 'AbortError' });
  assert.equal(before.asked(), 0);

  const abort = new AbortController();
  const underWay = network(standsStill, brings);
  const load = loadJson<PackedBasemap>(ADDRESS, abort.signal, underWay.parts);
  abort.abort();
  await assert.rejects(load, { name: 'AbortError' });
  assert.equal(underWay.asked(), 1);

  const later = new AbortController();
  const waiting = network(() => {
    setTimeout(() => later.abort());
    return fails(later.signal);
  }, brings);
  await assert.rejects(
    loadJson<PackedBasemap>(ADDRESS, later.signal, {
      ...waiting.parts,
      setTimeout: ((run: () => void, ms: number) => setTimeout(run, ms / 20)) as unknown as Network['setTimeout'],
    }),
    { name: 'AbortError' },
  );
  assert.equal(waiting.asked(), 1);
});
