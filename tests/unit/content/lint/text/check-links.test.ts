import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkStory } from '../../../../../src/content/lint/check-story.ts';
import { problemsOfText, storyWith } from '../../../../support/lint-text.ts';

const deadIn = (text: string) => problemsOfText(`\n${text}\n`).filter(({ name }) => name === 'DeadLink');

const DEAD: readonly (readonly [text: string, told: RegExp])[] = [
  ['[on](#habour)', /nothing with the id `habour`.*Did you mean `harbour`/],
  ['[on](#Harbour)', /Did you mean `harbour`/],
  ['[site](www.example.org)', /no scheme.*`https:\/\/www\.example\.org`/],
  ['[site](WWW.example.org/a)', /no scheme/],
  ['[site](//example.org)', /no scheme/],
  ['[site](example.org/a)', /no scheme.*`https:\/\/example\.org\/a`/],
  ['[site](https://)', /no address/],
  ['[site](htp://example.org)', /`htp:`/],
  ['[site](javascript:alert)', /`javascript:`/],
  ['[site](C:\\files\\report.pdf)', /`C:`/],
  ['[file](report.pdf)', /neither a page nor a file.*`public\/`/],
  ['[file](/my-report.pdf)', /Did you mean `\/my report.pdf`/],
  ['[file](my report.pdf)', /space.*`\[words\]\(<the address>\)`/],
  ['[site](https://example.org/my report.pdf)', /space/],
  ['![A quay](https://example.org/my quay.jpg)', /space/],
  ['[us](desk@example.org)', /`mailto:desk@example\.org`/],
  ['[on](harbour)', /`#harbour`/],
  ['[on](20-harbour.mdx)', /`#harbour`/],
  ['[page](sources)', /end with a slash.*`\/en\/crossing\/sources\/`/],
  ['[page](/en/crossing/method/)', /neither a page nor a file/],
  ['[page](sources/#methd)', /Did you mean `method`/],
  ['[page](/fr/crossing/)', /neither a page/],
  ['[nothing]()', /no address/],
  ['[words][nowhere]', /no address has this name/],
  ['<a href="#nowhere">on</a>', /nothing with the id `nowhere`/],
  ['[words][w]\n\n[w]: #nowhere', /nothing with the id `nowhere`/],
  ['A word.[^lost]', /no footnote has this name/],
  ['A word.\n\n[^unused]: A note.', /no text refers/],
];

for (const [text, told] of DEAD) {
  test(`a dead link is named with its cure: ${text.replaceAll('\n', '↵')}`, () => {
    const [problem, ...others] = deadIn(text);
    assert.ok(problem, 'nothing found');
    assert.match(`${problem.message} ${problem.hint}`, told);
    assert.deepEqual(others, []);
  });
}

const ALIVE = [
  ...[
    '#harbour',
    '#opening',
    '#here',
    '#top',
    '#own-heading',
    '#%C3%BCber',
    'sources/',
    'sources/#method',
    'sources/#fact-crossed',
  ],
  ...[
    '../other/',
    '../other/#harbour',
    '/en/other/',
    '/en/',
    '/',
    '../other/index.html',
    '/press/boat.png',
    '<my report.pdf>',
  ],
  ...['https://example.org/a_(b)', 'mailto:desk@example.org', 'tel:+4912345', 'ftp://example.org/a', 'embed/'],
];

test('links that lead somewhere are left alone', () => {
  const links = ALIVE.map((url) => `[a](${url === '<my report.pdf>' ? '</my report.pdf>' : url})`).join(' ');
  const text = `## Own heading\n\n<span id="über">a</span>\n\n${links} www.example.org https://example.org/b desk@example.org \\[^a] \\[a](b c)`;
  assert.deepEqual(
    deadIn(text).map(({ message }) => message),
    [],
  );
});

const duplicatesIn = (text: string, changes = {}) =>
  problemsOfText(`\n${text}\n`, changes).filter(({ name }) => name === 'DuplicateId');

test('ids that a page would have twice are named', () => {
  const twice: readonly (readonly [string, RegExp])[] = [
    ['## Harbour', /`harbour`.*the section `harbour`/],
    ['<span id="opening">a</span>', /the section `opening`/],
    ['<span id="story-data">a</span>', /the page itself/],
    ['<span id="harbour-title">a</span>', /the heading of the section/],
    ['<span id="here-note-1">a</span>', /a footnote/],
    ['<b id="x">a</b> <i id="x">b</i>', /10-here\.mdx/],
  ];
  for (const [text, told] of twice) assert.match(duplicatesIn(text)[0]?.message ?? '', told, text);
  assert.deepEqual(duplicatesIn('## Deep\n\n## Deep\n\n## A part of its own'), []);
});

test('headings of two sections on the map may not be alike, those of a page of its own may', () => {
  const other = '---\ntitle: Harbour\nmapDescription: A map.\nframe: { center: [11, 51], zoom: 8 }\n---\n\n## Method\n';
  const names = (text: string) =>
    checkStory(storyWith({ 'en/10-here.mdx': other, 'en/20-harbour.mdx': text }), {
      mapIndexes: {},
      strings: { en: {} },
    })
      .filter(({ name }) => name === 'DuplicateId')
      .map(({ file }) => file);
  assert.deepEqual(names(other), ['content/stories/crossing/en/20-harbour.mdx']);
  assert.deepEqual(names(other.replace('## Method', '## Another')), []);
});

test('a page whose address is that of the embed is told', () => {
  const raw = storyWith({ 'en/80-embed.mdx': '---\ntitle: Embed\npage: true\n---\n\nWords.\n' });
  const found = checkStory(raw, { mapIndexes: {}, strings: { en: {} } }).find(({ name }) => name === 'DuplicateId');
  assert.match(`${found?.file}: ${found?.message}`, /80-embed\.mdx: This section has the id `embed`/);
});

test('a section whose name the page has for something else is told', () => {
  const file = '---\ntitle: A\nmapDescription: A map.\nframe: { center: [11, 51], zoom: 8 }\n---\n';
  for (const name of ['story-data', 'section-list', 'harbour-title']) {
    const raw = storyWith({ [`en/30-${name}.mdx`]: file });
    const found = checkStory(raw, { mapIndexes: {}, strings: { en: {} } }).map((problem) => problem.name);
    assert.ok(found.includes('DuplicateId'), name);
  }
});
