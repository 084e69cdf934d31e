import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FallbackError } from '../../../../src/reader/player/fallback.ts';
import { type MapErrorEvent, type StartingMap, startMap, type Waits } from '../../../../src/reader/stages/start-map.ts';

type Style = Parameters<typeof startMap>[1];

const STYLE = {
  version: 8,
  sources: { land: { type: 'geojson' }, roads: { type: 'geojson' } },
  layers: [
    { id: 'ground', type: 'background' },
    { id: 'land', type: 'fill', source: 'land' },
    { id: 'border', type: 'line', source: 'land' },
    { id: 'roads', type: 'line', source: 'roads' },
  ],
} as unknown as Style;

type Listener = (event: MapErrorEvent) => void;

/** A map that draws each source a moment after it was given it, and what was done with it. */
class FakeMap {
  readonly done: string[] = [];
  isRemoved = false;
  isLoaded = true;
  readonly #sources = new Set<string>();
  readonly #listeners = new Set<readonly [string, Listener]>();
  /** What becomes of a source in the end, or of a layer at once. */
  readonly #fates: Readonly<Record<string, () => void>>;

  constructor(fates: (map: FakeMap) => Readonly<Record<string, () => void>> = () => ({})) {
    this.#fates = fates(this);
  }

  loaded(): boolean {
    return this.isLoaded;
  }

  on(name: string, listener: Listener): { unsubscribe(): void } {
    const entry = [name, listener] as const;
    this.#listeners.add(entry);
    return { unsubscribe: () => this.#listeners.delete(entry) };
  }

  send(name: string, event: MapErrorEvent = { error: new Error('none') }): void {
    for (const [heard, listener] of [...this.#listeners]) if (heard === name) listener(event);
  }

  getSource(id: string): unknown {
    return this.#sources.has(id) ? {} : undefined;
  }

  addSource(id: string): void {
    this.#sources.add(id);
    this.done.push(`source ${id}`);
    this.isLoaded = false;
    setImmediate(this.#fates[id] ?? (() => this.draw()));
  }

  addLayer({ id }: { readonly id: string }): void {
    this.#fates[`layer ${id}`]?.();
    this.done.push(`layer ${id}`);
  }

  /** The frame in which nothing is left to draw. */
  draw(): void {
    this.isLoaded = true;
    this.send('idle');
  }

  /** Something does not come, and the map no longer waits for it. */
  fail(event: MapErrorEvent): void {
    this.isLoaded = true;
    this.send('error', event);
  }

  remove(): void {
    this.isRemoved = true;
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}

/** Idle at once; nobody looks for longer than told. */
const waits = (isSeen = false): Waits => ({
  idleMoment: () => Promise.resolve(),
  afterVisibleFor: (_ms, run) => {
    if (isSeen) setImmediate(run);
    return () => undefined;
  },
});

const start = (map: FakeMap, how = waits()) => startMap(map as unknown as StartingMap, STYLE, how);

test('each source is drawn before the next comes, in the order of the layers', async () => {
  const map = new FakeMap();
  assert.deepEqual(await start(map), []);
  assert.deepEqual(map.done, [
    'layer ground',
    'source land',
    'layer land',
    'layer border',
    'source roads',
    'layer roads',
  ]);
  assert.deepEqual([map.isRemoved, map.listeners], [false, 0]);
});

test('what fails while the map starts is left out, and said', async () => {
  const map = new FakeMap((self) => ({
    land: () => self.fail({ error: new Error('This tile is broken'), sourceId: 'land' }),
    roads: () => self.fail({ error: new Error('There is no such image') }),
  }));
  const lacks = await start(map);
  assert.deepEqual(
    lacks.map(({ message }) => message),
    ['land: This tile is broken', 'There is no such image'],
  );
  assert.equal(map.done.at(-1), 'layer roads');
  assert.deepEqual([map.isRemoved, map.listeners], [false, 0]);
});

test('a map that an error leaves at work is waited for', async () => {
  const map = new FakeMap((self) => ({
    land: () => {
      self.send('error', { error: new Error('One of two tiles is broken') });
      self.done.push('still at work');
      setImmediate(() => self.draw());
    },
  }));
  assert.equal((await start(map)).length, 1);
  assert.ok(map.done.indexOf('still at work') < map.done.indexOf('source roads'));
});

test('a layer that cannot be added ends the map, and nothing of it is left', async () => {
  const cause = new Error('No such kind of layer');
  const map = new FakeMap(() => ({
    'layer border': () => {
      throw cause;
    },
  }));
  await assert.rejects(start(map), cause);
  assert.deepEqual([map.isRemoved, map.listeners], [true, 0]);
});

test('so does WebGL that is lost at the start, which is told as such', async () => {
  const map = new FakeMap((self) => ({ land: () => self.send('webglcontextlost') }));
  await assert.rejects(start(map), (error) => error instanceof FallbackError && error.reason === 'context-lost');
  assert.equal(map.isRemoved, true);
});

test('so does a picture that does not come in time', async () => {
  const map = new FakeMap(() => ({ land: () => undefined }));
  await assert.rejects(start(map, waits(true)), /No picture/);
  assert.equal(map.isRemoved, true);
});
