import assert from 'node:assert/strict';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { createEditService, type EditEffects } from '../../../../src/site/authoring/edit-service.ts';
import { DISK } from '../../../../src/site/content/read-content.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'content', 'valid');
const FOLDER = join(ROOT, 'content', 'stories', 'crossing');
const view = { kind: 'view', story: 'crossing', section: 'harbour', screen: 'any', pitch: 0, bearing: 0 } as const;

let written = new Map<string, string>();
let realPath: EditEffects['realPath'] = (path) => Promise.resolve(path);
const effects: EditEffects = {
  list: DISK.list,
  read: (path) => {
    const text = written.get(path);
    return text === undefined ? DISK.read(path) : Promise.resolve(new TextEncoder().encode(text));
  },
  write: (path, text) => Promise.resolve(void written.set(path, text)),
  realPath: (path) => realPath(path),
};
const service = () => createEditService({ root: ROOT, publicFolder: join(ROOT, 'public') }, effects);
const onDisk = async (path: string): Promise<string> => new TextDecoder().decode(await DISK.read(join(FOLDER, path)));

beforeEach(() => {
  written = new Map();
  realPath = (path) => Promise.resolve(path);
});

/** Lines that differ, those of `before` with a minus. */
function changedLines(before: string, after: string): readonly string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return [
    ...a.filter((line) => !b.includes(line)).map((line) => `-${line}`),
    ...b.filter((line) => !a.includes(line)).map((line) => `+${line}`),
  ];
}

test('a view goes into the frontmatter of its section, and nothing else changes', async () => {
  const before = await onDisk('en/10-harbour.mdx');
  const answer = await service().take({ ...view, bounds: [10.3, 50.3, 10.6, 50.7] });
  assert.deepEqual(answer, { done: true, file: 'content/stories/crossing/en/10-harbour.mdx' });
  assert.deepEqual([...written.keys()], [join(FOLDER, 'en/10-harbour.mdx')]);
  assert.deepEqual(changedLines(before, [...written.values()].join()), [
    '-  places: [harbour]',
    '-  radiusKm: 9',
    '+  bounds: [10.3, 50.3, 10.6, 50.7]',
  ]);
});

test('a callout and a place go where the guide says they belong', async () => {
  const one = service();
  const inSection = { story: 'crossing', section: 'harbour' };
  assert.ok((await one.take({ kind: 'callout', ...inSection, at: [10.5, 50.45], head: 'Here: "so"', body: '' })).done);
  assert.ok(
    (await one.take({ kind: 'callout', ...inSection, at: [10.5, 50.45], head: 'And here', body: 'it is' })).done,
  );
  const section = written.get(join(FOLDER, 'en/10-harbour.mdx')) ?? '';
  assert.match(section, /- kind: callout\n +id: callout-1\n +at: \[10\.5, 50\.45\]\n +head: '?Here: "so"'?\n/);
  assert.match(section, /id: callout-2\n.*\n +head: And here\n +body: it is\n/);
  const place = { kind: 'place', story: 'crossing', id: 'ford', name: 'Ford', lngLat: [10.5, 50.45] };
  assert.ok((await one.take({ ...place, source: 'our survey', uncertaintyMetres: 50 })).done);
  const places = written.get(join(FOLDER, 'places.yaml')) ?? '';
  assert.ok(places.startsWith(await onDisk('places.yaml')));
  assert.match(places, /\nford:\n {2}lngLat: \[10\.5, 50\.45\]\n {2}names: \{en: Ford\}\n/);
  assert.ok(!(await one.take({ ...place, source: 'again', uncertaintyMetres: 50 })).done, 'the id is taken');
});

test('undo goes back step by step to the files as they were, and not over the hand of the author', async () => {
  const one = service();
  const path = join(FOLDER, 'en/10-harbour.mdx');
  await one.take({ ...view, bounds: [10.3, 50.3, 10.6, 50.7] });
  const first = written.get(path);
  await one.take({ ...view, bounds: [10.3, 50.3, 10.7, 50.8] });
  assert.ok((await one.take({ kind: 'undo' })).done);
  assert.equal(written.get(path), first);
  written.set(path, `${first}\nA line by hand.`);
  assert.ok(!(await one.take({ kind: 'undo' })).done);
  written.set(path, first ?? '');
  assert.ok((await one.take({ kind: 'undo' })).done);
  assert.equal(written.get(path), await onDisk('en/10-harbour.mdx'));
  assert.ok(!(await one.take({ kind: 'undo' })).done);
});

const bounds = [10.3, 50.3, 10.6, 50.7];
for (const [what, asked] of [
  ['nothing', null],
  ['another kind of edit', { kind: 'delete', story: 'crossing' }],
  ['a path for a story', { ...view, story: '../../..', bounds }],
  ['a path for a section', { ...view, section: '../../story', bounds }],
  ['a file of its own choice', { ...view, bounds, file: 'package.json' }],
  ['a story that is not there', { ...view, story: 'another', bounds }],
  ['a section that is not there', { ...view, section: 'nowhere', bounds }],
  ['bounds turned round', { ...view, bounds: [10.6, 50.3, 10.3, 50.7] }],
  ['bounds that are no numbers', { ...view, bounds: [10.3, 50.3, '10.6', 50.7] }],
  ['bounds the basemap does not reach', { ...view, bounds: [1, 50, 2, 51] }],
  ['a camera too steep', { ...view, bounds, pitch: 60 }],
  [
    'a callout out of the story’s bounds',
    { kind: 'callout', story: 'crossing', section: 'harbour', at: [1, 50], head: 'x', body: '' },
  ],
  [
    'a place that is not there',
    { kind: 'callout', story: 'crossing', section: 'harbour', at: 'nowhere', head: 'x', body: '' },
  ],
  [
    'a figure nobody answers for',
    { kind: 'callout', story: 'crossing', section: 'harbour', at: [10.5, 50.45], head: '7,777 boats', body: '' },
  ],
  [
    'an id that is a prototype',
    {
      kind: 'place',
      story: 'crossing',
      id: '__proto__',
      name: 'x',
      lngLat: [10.5, 50.45],
      source: 'x',
      uncertaintyMetres: 1,
    },
  ],
] as const) {
  test(`${what} is refused with a reason, and nothing is written`, async () => {
    const answer = await service().take(asked);
    assert.ok(!answer.done && answer.reason.length > 10);
    assert.equal(written.size, 0);
  });
}

test('a link that leads out of content/ is not followed', async () => {
  realPath = (path) => Promise.resolve(path.endsWith('.mdx') ? '/somewhere/else/10-harbour.mdx' : path);
  const answer = await service().take({ ...view, bounds });
  assert.deepEqual(answer, { done: false, reason: 'The file lies outside content/.' });
  assert.equal(written.size, 0);
});
