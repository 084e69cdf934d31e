import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkStory } from '../../../../src/content/lint/check-story.ts';
import { withoutFrontmatter } from '../../../../src/site/content/frontmatter.ts';
import { readStories, readStoryFile } from '../../../../src/site/content/read-content.ts';
import { readYaml } from '../../../../src/site/content/read-yaml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('lines of old editors that end with CR alone are lines', () => {
  const { data, body, lines } = readStoryFile('en/10-a.mdx', bytes('---\rtitle: A\rmood: dusk\r---\rText.\r\rMore.'));
  assert.deepEqual({ data, body }, { data: { title: 'A', mood: 'dusk' }, body: 'Text.\n\nMore.' });
  assert.equal(lines['mood'], 3);
  assert.equal(withoutFrontmatter('---\rtitle: A\r---\rText.'), '---\n\n---\nText.');
});

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

test('a mark of the order of bytes and the line ends of Windows are no part of any file', () => {
  const data = '{"type":"FeatureCollection",\r\n"features":[]}';
  for (const text of [data, `\ufeff${data}`]) {
    assert.deepEqual(readStoryFile('data/a.geojson', bytes(text)).data, { type: 'FeatureCollection', features: [] });
  }
  const facts = readStoryFile('facts.yaml', bytes('\ufeffa:\r\n  text: A\r\n'));
  assert.deepEqual([facts.data, facts.fault], [{ a: { text: 'A' } }, null]);
});

test('a picture beside the text is no text in another encoding', () => {
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
  assert.equal(readStoryFile('en/photo.jpg', jpeg).fault, null);
  const raw = { slug: 'a', folder: 'content/stories/a', files: [readStoryFile('en/photo.jpg', jpeg)] };
  const [problem] = checkStory(raw, { mapIndexes: {}, strings: { en: {} } }).filter(({ file }) =>
    file.endsWith('.jpg'),
  );
  assert.equal(problem?.name, 'BadFileName');
  assert.match(problem?.message ?? '', /`media\/quay\.jpg`.*`public\/`/);
});

test('a text in braces that a comma cuts is told, on its line', () => {
  for (const text of ['a: 1\nb: { body: 11,300 people }', 'a: 1\nb: { en: Here, there and back }']) {
    const { fault } = readYaml(text);
    assert.equal(fault?.line, 2);
    assert.match(fault?.detail ?? '', /stands between commas.*quotation marks/);
  }
  assert.equal(readYaml('a: { b: , c: "1,2" }\nd: [11,300]').fault, null);
});

test('a text that a # cuts is known with what was cut; a remark is none', () => {
  const { cuts } = readYaml(
    'a: Log #three of it\nb: Log # a remark\nc: "Log" #three\nd: 4 #three\ne: |\n  Log #three\n',
  );
  assert.deepEqual(cuts, { a: '#three of it' });
});

test('aliases without end are a mistake, not an endless reading', () => {
  const bomb = ['a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de'])
    bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
  assert.equal(readYaml(bomb.join('\n')).fault?.problem, 'MalformedYaml');
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
  const wide = new Uint8Array(Uint16Array.from('a: b', (sign) => sign.charCodeAt(0)).buffer);
  assert.equal(readStoryFile('facts.yaml', wide).fault?.problem, 'NotUtf8');
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

test('what breaks YAML most often is told in words that say what to do', () => {
  const faults: Readonly<Record<string, RegExp>> = {
    'title: The road: a way': /`: ` in it.*quotation marks/,
    'title: @home': /sign that YAML keeps/,
    'title: [Updated] The road': /begins with a sign such as `\[`/,
    "kicker: 'It's": /begins with a sign/,
    'kicker: - dash': /begins with a sign/,
    'frame:\n\tplaces: [a]': /tab/,
    'title: A\ntitle: B': /twice/,
  };
  for (const [text, told] of Object.entries(faults)) assert.match(readYaml(text).fault?.detail ?? '', told, text);
});

test('data are parsed anew only where they have changed', async () => {
  const texts = { 'a/data/way.geojson': '{"features":[1]}', 'b/data/way.geojson': '{"features":[2]}' };
  const dataIn = async (files: Readonly<Record<string, string>>) => {
    const effects = {
      list: () => Promise.resolve(Object.keys(files)),
      read: (path: string) => Promise.resolve(bytes(files[path.replace(/^stories./, '')] ?? '')),
    };
    return (await readStories('stories', effects)).map(({ files: [file] }) => file?.data);
  };
  const [a, b] = await dataIn(texts);
  assert.deepEqual([a, b], [{ features: [1] }, { features: [2] }]);
  const again = await dataIn({ ...texts, 'b/data/way.geojson': '{"features":[3]}' });
  assert.equal(again[0], a);
  assert.deepEqual(again[1], { features: [3] });
});
