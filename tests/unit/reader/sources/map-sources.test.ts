import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMapSources, type SourceHost } from '../../../../src/reader/sources/map-sources.ts';
import type { OwnMap } from '../../../../src/reader/stages/own-map.ts';
import type { Scene } from '../../../../src/story/scene.ts';
import type { MapSource } from '../../../../src/story/sources/map-source.ts';
import { withMapSources } from '../../../../src/story/sources/with-map-sources.ts';
import { section, story } from '../../../support/story.ts';

const source = (index: number): MapSource => ({
  id: `detail-${index}`,
  type: 'detail',
  src: `https://maps.example/${index}.json`,
  sections: [index],
  bounds: [0, 0, 1, 1],
});
const FILE = { grid: { x: 0, y: 0, size: 512 }, paths: { 'detail-woods': 'm0 0 9 0 0 9z' }, streets: [], places: [] };
const sections = Array.from({ length: 7 }, (_, index) => section(index));
const TOLD = withMapSources(story(sections), [source(1), source(2), source(5)]);

/** A page that reads a story whose files answer as told; `asked` lists them in the order asked for. */
function page(t: { after: (run: () => void) => void }, answer: (url: string) => Promise<Response>) {
  const asked: string[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = ((url: string) => {
    asked.push(url.replace(/\D*(\d)\.json/, '$1'));
    return answer(url);
  }) as typeof fetch;
  t.after(() => {
    globalThis.fetch = before;
  });
  const [own, told]: [OwnMap[], string[]] = [[], []];
  let settle = (): void => {};
  const host: SourceHost = {
    onArrived: (map) => own.push(map),
    onChange: () => settle(),
    marks: () => null,
    tell: (reason, cause) => told.push(`${reason} ${cause}`),
  };
  const abort = new AbortController();
  const sources = createMapSources(TOLD, host, abort.signal);
  const at = (index: number): Promise<void> =>
    new Promise((resolve) => {
      settle = resolve;
      sources.show({ section: { id: '', index } } as Scene);
    });
  return { asked, own, told, sources, at, abort };
}

const brings = async (): Promise<Response> => new Response(JSON.stringify(FILE));

test('files come as the reader comes near, each once, the nearest first', async (t) => {
  const { asked, own, sources, at } = page(t, brings);
  await at(0);
  assert.deepEqual(asked, ['1', '2']);
  await at(3);
  assert.deepEqual(asked, ['1', '2', '5']);
  sources.show({ section: { id: '', index: 4 } } as Scene);
  assert.deepEqual(asked, ['1', '2', '5']);
  assert.deepEqual(
    own.map(({ files }) => files.length),
    [1, 2, 3],
  );
  assert.ok(own[0]?.layers.some(({ id }) => id === 'detail-woods'));
  assert.ok(own[0]?.palettes.dark['own-woods']);
});

test('a section is settled once its own file has come or failed, whatever is on its way for others', async (t) => {
  const { sources, at } = page(t, brings);
  const coming = at(1);
  assert.equal(sources.isSettled(), false);
  await coming;
  assert.equal(sources.isSettled(), true);
});

test('a file that does not come is told with its name, and the others come', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { own, told, sources, at } = page(t, (url) =>
    url.includes('/1.') ? Promise.resolve(new Response('', { status: 404 })) : brings(),
  );
  // The second try waits a second.
  const tick = setInterval(() => t.mock.timers.tick(1000), 5);
  await at(1);
  clearInterval(tick);
  assert.equal(told.length, 1);
  assert.match(told[0] ?? '', /source-failed.*detail-1.*404/);
  assert.equal(own.length, 1);
  assert.equal(sources.isSettled(), true);
});

test('a page that is left gets nothing more', async (t) => {
  const { own, told, at, abort } = page(t, () => {
    abort.abort();
    return brings();
  });
  await at(1);
  assert.deepEqual([own.length, told.length], [0, 0]);
});

test('with the map in hand, what lies there comes, whichever section it was cut for', async (t) => {
  const { asked, sources, at } = page(t, brings);
  await at(0);
  assert.deepEqual(asked, ['1', '2']);
  const free = (center: readonly [number, number], zoom: number): Scene =>
    ({
      section: { id: '', index: 0 },
      isFree: true,
      camera: { center, zoom, bearing: 0, pitch: 0 },
    }) as unknown as Scene;
  sources.show(free([0.5, 0.5], 9));
  sources.show(free([5, 5], 14));
  assert.deepEqual(asked, ['1', '2'], 'from afar, and elsewhere, there is nothing to see');
  sources.show(free([0.5, 0.5], 14));
  assert.deepEqual(asked, ['1', '2', '5']);
});
