import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSchema } from '../../../../src/content/files/edit.ts';
import { fieldsOf, whereInBody, whereOf } from '../../../../src/content/files/fields.ts';
import type { RawFile, RawStory } from '../../../../src/content/files/raw.ts';

const FILE: RawFile = {
  path: 'en/10-harbour.mdx',
  data: { title: 'The harbour', frame: { places: ['harbour', 'mill'] } },
  body: 'First line.\n\nThird line.',
  bodyLine: 8,
  lines: { title: 2, frame: 3, 'frame.places': 4, 'frame.places.1': 6 },
  fault: null,
};
const RAW = { slug: 'crossing', folder: 'content/stories/crossing', files: [FILE] } as unknown as RawStory;

test('every field of a file is told by its path, outer before inner', () => {
  assert.deepEqual(
    fieldsOf(FILE.data).map(({ field }) => field),
    ['title', 'frame', 'frame.places', 'frame.places.0', 'frame.places.1'],
  );
  for (const plain of [null, undefined, 'text', 4]) assert.deepEqual(fieldsOf(plain), []);
});

test('a field stands on its own line, else on that of the nearest field around it', () => {
  const lineOf = (field: string) => whereOf(RAW, FILE, field).line;
  assert.equal(lineOf('frame.places.1'), 6);
  assert.equal(lineOf('frame.places.0'), 4);
  assert.equal(lineOf('frame.zoom'), 3);
  assert.equal(lineOf('missing'), null);
  assert.equal(lineOf(''), null);
});

test('a problem names the file from the root of the project', () => {
  assert.equal(whereOf(RAW, FILE, 'title').file, 'content/stories/crossing/en/10-harbour.mdx');
});

test('a place in the text is a line of the file, frontmatter counted', () => {
  assert.equal(whereInBody(RAW, FILE, 0).line, 8);
  assert.equal(whereInBody(RAW, FILE, FILE.body.indexOf('Third')).line, 10);
});

const VIEW = {
  kind: 'view',
  story: 'crossing',
  section: 'harbour',
  screen: 'any',
  bounds: [1, 40, 2, 41],
  pitch: 0,
  bearing: 0,
};
const isEdit = (edit: unknown): boolean => editSchema.safeParse(edit).success;

test('an edit is of a kind there is, whole, and has nothing else', () => {
  assert.ok(isEdit(VIEW) && isEdit({ kind: 'undo' }));
  assert.ok(!isEdit({ kind: 'delete', story: 'crossing' }));
  assert.ok(!isEdit({ ...VIEW, bounds: undefined }));
  assert.ok(!isEdit({ ...VIEW, file: '../../etc/passwd' }), 'no edit names a file');
});

test('no edit reaches out of a story by its names', () => {
  for (const name of ['../other', 'a/b', '', 'A', 'a b', '.', 'a\n']) {
    assert.ok(!isEdit({ ...VIEW, story: name }), JSON.stringify(name));
    assert.ok(!isEdit({ ...VIEW, section: name }), JSON.stringify(name));
  }
});

test('words of an edit are some, and not too many; a body may be none', () => {
  const callout = { kind: 'callout', story: 'crossing', section: 'harbour', at: 'mill', head: 'A', body: '' };
  assert.ok(isEdit(callout));
  assert.ok(!isEdit({ ...callout, head: '  ' }));
  assert.ok(!isEdit({ ...callout, body: 'x'.repeat(401) }));
  assert.ok(isEdit({ ...callout, at: [1.2, 40.5] }) && !isEdit({ ...callout, at: [1.2] }));
});
