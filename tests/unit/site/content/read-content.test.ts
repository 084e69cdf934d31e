import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStories, readStoryFile } from '../../../../src/site/content/read-content.ts';
import { readYaml } from '../../../../src/site/content/read-yaml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('frontmatter and text are told apart, and every field knows its line', () => {
  const file = readStoryFile('en/10-a.mdx', bytes('---\ntitle: A\nframe:\n  places: [x]\n---\n\nText.\n'));
  assert.deepEqual(file.data, { title: 'A', frame: { places: ['x'] } });
  assert.deepEqual([file.lines['title'], file.lines['frame'], file.lines['frame.places.0']], [2, 3, 4]);
  assert.equal(file.body, '\nText.\n');
  assert.equal(file.bodyLine, 6);
});

test('Windows line ends make no difference', () => {
  const file = readStoryFile('en/10-a.mdx', bytes('---\r\ntitle: A\r\n---\r\nText.'));
  assert.deepEqual([file.data, file.body], [{ title: 'A' }, 'Text.']);
});

test('a byte order mark is not part of the file', () => {
  assert.deepEqual(readStoryFile('en/10-a.mdx', bytes('\ufeff---\ntitle: A\n---\n')).data, { title: 'A' });
});

test('an MDX file without frontmatter says so', () => {
  assert.equal(readStoryFile('en/10-a.mdx', bytes('Just text.')).fault?.problem, 'MalformedYaml');
});

test('YAML that cannot be read is named by line', () => {
  const { fault } = readYaml('a: 1\nb: [1, 2\nc: 3\n', 4);
  assert.equal(fault?.problem, 'MalformedYaml');
  assert.ok((fault?.line ?? 0) >= 6);
});

test('a key written twice is a mistake, not a choice', () => {
  assert.equal(readYaml('a: 1\na: 2\n').fault?.problem, 'MalformedYaml');
});

test('bytes that are not UTF-8 are refused', () => {
  assert.equal(readStoryFile('facts.yaml', Uint8Array.of(0x61, 0xe4, 0x62)).fault?.problem, 'NotUtf8');
});

test('GeoJSON that is not JSON is named by line where the reader knows it', () => {
  const { fault } = readStoryFile('data/a.geojson', bytes('{\n"a": 1,\n}\n'));
  assert.equal(fault?.problem, 'MalformedGeoJson');
});

test('hidden files and files beside the stories are left alone', async () => {
  const effects = {
    list: async () => ['README.md', 'a/.DS_Store', 'a/story.yaml', '.git/b'],
    read: async () => bytes('basemap: x'),
  };
  const stories = await readStories('stories', effects);
  assert.deepEqual(
    stories.map(({ slug, files }) => [slug, files.map(({ path }) => path)]),
    [['a', ['story.yaml']]],
  );
});
