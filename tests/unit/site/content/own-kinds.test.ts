import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import type { RawFile } from '../../../../src/content/files/raw.ts';
import { withOwnKinds } from '../../../../src/site/content/own-kinds.ts';

const file = (path: string, data: unknown = {}): RawFile => ({
  path,
  data,
  body: '',
  bodyLine: 1,
  lines: {},
  fault: null,
});

const BUOY = {
  kind: 'buoy',
  summary: 'a buoy',
  schema: z.strictObject({ place: z.string() }),
  order: 30,
  isFixed: true,
  space: 'map',
  place: () => null,
  draw: () => [],
  example: 'kind: buoy\nplace: first-place',
};

const FILES = [
  file('annotations/buoy.ts', undefined),
  file('en/10-sea.mdx', { annotations: [{ kind: 'buoy' }, { kind: 'buoy', id: 'far' }, { kind: 'callout' }] }),
];

async function faultOf(module: unknown): Promise<string> {
  const [found] = await withOwnKinds('sea', FILES, '/sea', () => Promise.resolve(module));
  assert.equal(found?.fault?.problem, 'UnusableKind');
  return found?.fault?.detail ?? '';
}

test('annotations of a story’s own kinds are told from those of other stories, and keep their ids', async () => {
  const asked: string[] = [];
  const [kind, section] = await withOwnKinds('sea', FILES, '/sea', (path) => {
    asked.push(path);
    return Promise.resolve({ default: BUOY });
  });
  assert.deepEqual(asked, ['/sea/annotations/buoy.ts']);
  assert.equal(kind?.definition, BUOY);
  assert.deepEqual(section?.data, {
    annotations: [{ id: 'buoy', kind: 'sea/buoy' }, { id: 'far', kind: 'sea/buoy' }, { kind: 'callout' }],
  });
});

test('what is no kind is said, with what is looked for', async () => {
  assert.match(await faultOf({}), /export default defineAnnotation/);
  assert.match(await faultOf({ default: 3 }), /export default defineAnnotation/);
  assert.match(
    await faultOf({ default: { ...BUOY, kind: 'boy' } }),
    /its `kind` is `boy`; a file is named after its kind/,
  );
  assert.match(await faultOf({ default: { ...BUOY, draw: undefined } }), /has no `draw`, which must be a function/);
  assert.match(await faultOf({ default: { ...BUOY, space: 'sky' } }), /`space` is neither/);
  assert.match(await faultOf({ default: { ...BUOY, example: 'kind: buoy' } }), /none of its own `schema` \(place/);
  assert.match(await faultOf({ default: { ...BUOY, example: 'kind: other' } }), /does not begin with `kind: buoy`/);
  assert.match(await faultOf({ default: { ...BUOY, example: '- : [' } }), /cannot be read/);
});

test('a kind of the program is not to be had twice', async () => {
  const ring = { ...BUOY, kind: 'ring', example: 'kind: ring\nplace: a' };
  const [found] = await withOwnKinds('sea', [file('annotations/ring.ts')], '/sea', async () => ({ default: ring }));
  assert.match(found?.fault?.detail ?? '', /`ring` is a kind of the program already/);
});

test('a module that throws is named with its line', async () => {
  const error = new Error('No wind.');
  error.stack = 'Error: No wind.\n    at file:///sea/annotations/buoy.ts:7:3';
  const [found] = await withOwnKinds('sea', FILES, '/sea', () => Promise.reject(error));
  assert.deepEqual(found?.fault, { problem: 'UnusableKind', detail: 'it cannot be loaded: No wind', line: 7 });
});
