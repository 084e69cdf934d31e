import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStoryFile } from '../../../src/site/content/read-content.ts';
import { hashRuns, RUN_WORDS, sharedRuns } from '../../support/similarity/shared-runs.ts';
import { storyTexts } from '../../support/similarity/story-texts.ts';

const SOURCE =
  'At dawn the ferryman’s daughter counted 1,250 half-empty crates on the north quay. Nobody had come for them.';
const hashes = hashRuns([SOURCE], { about: 'test', salt: 'salt' });
const runsIn = (text: string) => sharedRuns(text, hashes).map(({ run }) => run);

test('a sentence that shares seven words is named, with the words', () => {
  const text = 'It was cold. They say she counted 1,250 half-empty crates on the north pier. Then she left.';
  assert.deepEqual(sharedRuns(text, hashes), [
    {
      run: 'counted 1,250 half-empty crates on the north',
      words: 7,
      sentence: 'They say she counted 1,250 half-empty crates on the north pier.',
    },
  ]);
});

test('a sentence that shares five words is its own', () => {
  assert.deepEqual(runsIn('She counted 1,250 half-empty crates on a pier.'), []);
});

test('six words are a run, and two runs of a sentence are two', () => {
  assert.deepEqual(runsIn('Crates on the north quay. Nobody slept.'), ['Crates on the north quay. Nobody']);
  assert.deepEqual(runsIn('At dawn the ferryman’s daughter counted, and half-empty crates on the north quay stood.'), [
    'At dawn the ferryman’s daughter counted',
    'half-empty crates on the north quay',
  ]);
});

test('case, punctuation and the form of apostrophes and dashes do not hide a run; another figure is another word', () => {
  assert.equal(runsIn("AT DAWN, the ferryman's daughter counted").length, 1);
  assert.equal(runsIn('counted 1,250 half‑empty crates (on the…').length, 1);
  assert.equal(runsIn('the north quay: nobody had come for').length, 1);
  assert.deepEqual(runsIn('counted 1,260 half-empty crates on the'), []);
});

test('quotations are not compared, and no run reaches across one', () => {
  assert.deepEqual(runsIn('The paper wrote “counted 1,250 half-empty crates on the north quay” that day.'), []);
  assert.deepEqual(runsIn('The paper wrote "counted 1,250 half-empty crates on the north quay" that day.'), []);
  assert.deepEqual(runsIn('She counted 1,250 half-empty “heavy” crates on the north.'), []);
  assert.equal(
    runsIn('A mark that is “never closed hides nothing: 1,250 half-empty crates on the north quay.').length,
    1,
  );
});

test('hashes hold no words and depend on the salt', () => {
  assert.equal(hashes.hashes.length, SOURCE.split(' ').length - RUN_WORDS + 1);
  for (const hash of hashes.hashes) assert.match(hash, /^[0-9a-f]{10}$/);
  const salted = hashRuns([SOURCE], { about: 'test', salt: 'other' });
  assert.equal(salted.hashes.filter((hash) => hashes.hashes.includes(hash)).length, 0);
});

const FILES: Readonly<Record<string, string>> = {
  'story.yaml': `basemap: levant
homeCountry: SYR
bounds: [33, 33.4, 43, 38.5]
defaultLocale: en
locales: [en, ar]
published: 2026-11-22
modified: 2026-11-22
sources:
  A: { title: { en: A title, ar: عنوان }, publisher: A publisher, date: null, cite: A cite }
`,
  'facts.yaml': `crates:
  value: 1250
  unit: crates
  qualifier: { en: some, ar: نحو }
  text: { en: A ledger text, ar: نص }
  period: A period
  sources: [A]
  authority: An authority
  note: A note
`,
  'places.yaml': '{}\n',
  'data/quay.geojson': '{"type":"FeatureCollection","source":{"en":"A data source","ar":"مصدر"},"features":[]}',
  'en/10-quay.mdx': `---
title: A title of a section
annotations:
  - { kind: timeline, events: [{ id: one, head: A head, body: A body }] }
---

She counted <Fact bare id="crates"/> **half-empty** crates,
<Fact id="crates">all</Fact> on the [quay](https://example.org/north).

<Quote by="She" source="A">Nobody came.</Quote>

<Numeral fact="crates">crates on the quay</Numeral>
`,
  'ar/10-quay.mdx': '---\ntitle: English words in a translation\n---\n\nنص\n',
};

test('all that a story says in one language is compared, as its readers read it', () => {
  const encoder = new TextEncoder();
  const files = Object.entries(FILES).map(([path, text]) => readStoryFile(path, encoder.encode(text)));
  const texts = storyTexts({ slug: 'quay', folder: 'content/stories/quay', files }, 'en');
  const plain = texts.map(({ text }) => text);
  const said = [
    ...['A title', 'A publisher', 'A cite', 'A ledger text', 'A period', 'An authority', 'A note', 'A data source'],
    ...['A title of a section', 'A head', 'A body', '“Nobody came.”', 'some 1,250 crates on the quay'],
  ];
  for (const text of said) assert.ok(plain.includes(text), text);
  const prose = texts.find(({ text }) => text.includes('counted'));
  assert.equal(prose?.text, 'She counted 1,250 half-empty crates, all on the quay.');
  assert.deepEqual([prose?.file, prose?.line], ['content/stories/quay/en/10-quay.mdx', 7]);
  assert.ok(!plain.some((text) => /\p{Script=Arabic}|translation/u.test(text)), 'no other language');
});
