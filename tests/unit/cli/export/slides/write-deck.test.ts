import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Deck, Slide } from '../../../../../src/cli/export/slides/slide.ts';
import { writeDeck } from '../../../../../src/cli/export/slides/write-deck.ts';

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const slide = (own: Partial<Slide>): Slide => ({
  kicker: 'June',
  title: 'The crossing',
  lines: [{ kind: 'quote', text: '“Nobody counted <the> boats.”', by: 'The harbour master' }],
  picture: DOT,
  alt: 'A ring round the harbour.',
  credits: '© OpenStreetMap',
  notes: 'They waited & waited.',
  ...own,
});

const deck = (own: Partial<Deck>): Deck => ({
  title: 'The river',
  publisher: 'The desk',
  locale: 'en',
  dir: 'ltr',
  colors: { paper: 'fbf8f1', ink: '1d1a16', faint: '5c554b', accent: 'a03020' },
  slides: [
    slide({}),
    slide({ title: 'Across', lines: [{ kind: 'numeral', figure: '412', before: '', after: 'people' }] }),
  ],
  closing: ['The desk', 'rivers.example/en/river/'],
  ...own,
});

/** Parts of the file by their names in it. */
async function partsOf(own: Partial<Deck>): Promise<ReadonlyMap<string, string>> {
  const files = unzipSync(await writeDeck(deck(own)));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Words of a part, as they are read. */
const wordsOf = (xml = ''): readonly string[] => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text);

test('each section has a slide with its words as words, and the last one says whose story it is and where it is read', async () => {
  const parts = await partsOf({});
  const names = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  assert.equal(names.length, 3);
  const [first, second, last] = [1, 2, 3].map((number) => wordsOf(parts.get(`ppt/slides/slide${number}.xml`)));
  assert.deepEqual(first, [
    'The crossing',
    'June',
    '“Nobody counted &lt;the&gt; boats.”',
    'The harbour master',
    '© OpenStreetMap',
  ]);
  assert.ok(second?.includes('412') && second.includes('people'));
  assert.deepEqual(last, ['The river', 'The desk', 'rivers.example/en/river/']);
});

test('titles are titles, maps are described, and the full text is the speaker’s', async () => {
  const parts = await partsOf({});
  const xml = parts.get('ppt/slides/slide1.xml') ?? '';
  assert.match(xml, /<p:ph\s[^>]*type="title"/);
  assert.match(xml, /descr="A ring round the harbour\."/);
  assert.ok(wordsOf(parts.get('ppt/notesSlides/notesSlide1.xml')).includes('They waited &amp; waited.'));
});

test('what is read from the right begins there, with the map at the left', async () => {
  const placesOf = async (own: Partial<Deck>) => {
    const xml = (await partsOf(own)).get('ppt/slides/slide1.xml') ?? '';
    const picture = xml.slice(xml.indexOf('<p:pic>'));
    return { isRtl: xml.includes('rtl="1"'), left: Number(/<a:off x="(\d+)"/.exec(picture)?.[1]) };
  };
  const [latin, arabic] = [await placesOf({}), await placesOf({ locale: 'ar', dir: 'rtl' })];
  assert.equal(latin.isRtl, false);
  assert.ok(latin.left > 0);
  assert.deepEqual(arabic, { isRtl: true, left: 0 });
});
