import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteText, resolveFootnotes } from '../../../../src/content/prose/footnotes.ts';
import type { Fact, Source, Story } from '../../../../src/story/story.ts';

const fled: Fact = {
  id: 'fled',
  value: 235_000,
  figure: '235,000',
  unit: 'people',
  qualifier: 'more than',
  text: 'More than 235,000 people fled',
  period: 'December 2019',
  sources: ['A'],
  authority: 'UN OCHA, quoted by AFP',
  note: '',
  untranslated: [],
};
const near: Fact = {
  ...fled,
  id: 'near',
  figure: '4 km',
  qualifier: 'less than',
  authority: 'AFP; no direction given',
};
const cite = (text: string, language: string | null = null) => ({
  title: '',
  publisher: 'AFP',
  date: null,
  cite: text,
  language,
});
const story = {
  locale: 'en',
  sources: { A: cite('AFP, Beirut, 27 December 2019'), B: cite('AFP, December 2019') },
  facts: { fled, near, same: { ...fled, id: 'same' } },
  places: {},
} as unknown as Story;

const OPTIONS = { before: 0, figure: String, language: 'en', quotes: ['“', '”'], translated: '(translated)' } as const;
const resolve = (html: string) => resolveFootnotes(html, story, { ...OPTIONS, sectionId: 's' });
const numbers = (html: string) =>
  [...resolve(html).html.matchAll(/role="doc-noteref">(\d+)</g)].map((match) => match[1]);
const plain = (html: string) => resolve(html).html.replace(/<sup.*?<\/sup>/g, '*');

test('a fact becomes its figure and a link to its note', () => {
  const { html, notes } = resolve('<p><fact-ref data-id="fled"></fact-ref> people</p>');
  assert.equal(
    html,
    '<p>more than 235,000<sup class="note-ref"><a href="#s-note-1" id="s-ref-1" role="doc-noteref">1</a></sup> people</p>',
  );
  assert.deepEqual(notes, [{ number: 1, figure: '1', html: 'UN OCHA, quoted by AFP, Beirut, 27 December 2019.' }]);
});

test('a fact with words keeps the words; bare and sentence change the figure', () => {
  assert.equal(plain('<fact-ref data-id="fled">nobody stayed</fact-ref>'), 'nobody stayed*');
  assert.equal(plain('<fact-ref data-id="fled" data-bare></fact-ref>'), '235,000*');
  assert.equal(plain('<fact-ref data-id="fled" data-sentence=""></fact-ref>'), 'More than 235,000*');
});

test('the note follows the punctuation', () => {
  assert.equal(plain('<fact-ref data-id="near"></fact-ref>.'), 'less than 4 km.*');
});

test('one number for each distinct sentence of source, in order of first mention', () => {
  const html = ['near', 'fled', 'same', 'near'].map((id) => `<fact-ref data-id="${id}"></fact-ref>`).join(' and ');
  assert.deepEqual(numbers(html), ['1', '2', '2', '1']);
  assert.equal(resolve(html).notes.length, 2);
});

test('no id occurs twice', () => {
  const { html } = resolve('<fact-ref data-id="fled"></fact-ref> <fact-ref data-id="fled"></fact-ref>');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(new Set(ids).size, ids.length);
});

test('a note says only once what authority and source both say', () => {
  assert.equal(noteText(near, story.sources), 'AFP, Beirut, 27 December 2019; no direction given.');
  assert.equal(
    noteText({ ...fled, authority: 'AFP', sources: ['A', 'B'] }, story.sources),
    'AFP, Beirut, 27 December 2019; AFP, December 2019.',
  );
  assert.equal(
    noteText({ ...fled, authority: 'the mayor' }, story.sources),
    'The mayor; AFP, Beirut, 27 December 2019.',
  );
});

test('a quotation alone stands apart with its speaker; one in a sentence stays in it', () => {
  const quote = '<quote-ref data-by="Abu Ismail" data-source="B">I don’t know.</quote-ref>';
  const apart = '<blockquote class="quote"><p>“I don’t know.”</p><footer>Abu Ismail*</footer></blockquote>';
  assert.equal(plain(quote), apart);
  assert.equal(plain(`<p>${quote}</p>`), apart);
  assert.equal(plain(`<p>He said: ${quote}</p>`), '<p>He said: “I don’t know.”*</p>');
});

test('a quotation from a source in another language says that it is translated, after the speaker or in its note', () => {
  const said = (language: string | null, html: string) =>
    resolveFootnotes(html, { ...story, sources: { A: cite('AFP', language) } } as unknown as Story, {
      ...OPTIONS,
      sectionId: 's',
    });
  const apart = '<p><quote-ref data-by="Umm Abdo" data-source="A">Yes.</quote-ref></p>';
  const inside = '<p>She said <quote-ref data-by="Umm Abdo" data-source="A">yes</quote-ref>.</p>';
  assert.match(said('ar', apart).html, /<footer>Umm Abdo <small>\(translated\)<\/small><sup/);
  assert.equal(said('ar', apart).notes[0]?.html, 'AFP.');
  assert.equal(said('ar', inside).notes[0]?.html, 'AFP (translated).');
  assert.doesNotMatch(said('ar', inside).html, /translated/);
  for (const language of ['en', null]) {
    for (const html of [apart, inside]) {
      assert.doesNotMatch(JSON.stringify(said(language, html)), /translated/);
    }
  }
});

test('a quotation of several paragraphs keeps them, with marks round the whole', () => {
  const quote =
    '<quote-ref data-by="Abu Ismail" data-source="B">\n<p>I don’t know.</p>\n<p>Nobody does.</p>\n</quote-ref>';
  assert.equal(
    plain(quote),
    '<blockquote class="quote"><p>“I don’t know.</p><p>Nobody does.”</p><footer>Abu Ismail*</footer></blockquote>',
  );
});

test('who speaks may be called by any signs', () => {
  const quote = '<quote-ref data-by="A > B &#34;C&#34; & D" data-source="B">Yes.</quote-ref>';
  assert.match(plain(quote), /<p>“Yes\.”<\/p><footer>A > B "C" &amp; D\*<\/footer>/);
});

test('a quotation in a list stands apart, one in a paragraph of a list stays in it', () => {
  const quote = '<quote-ref data-by="X" data-source="B">Yes</quote-ref>';
  assert.match(plain(`<ul><li>${quote}</li></ul>`), /<li><blockquote class="quote">/);
  assert.equal(plain(`<ul><li><p>He said ${quote}.</p></li></ul>`), '<ul><li><p>He said “Yes”.*</p></li></ul>');
});

test('the great numeral sets its qualifier above the figure', () => {
  assert.equal(
    plain('<p><numeral-ref data-fact="fled">people left</numeral-ref></p>'),
    '<p class="great-numeral"><span class="qualifier">More than</span> <span class="figure">235,000</span> people left*</p>',
  );
});

test('Arabic notes have Arabic figures and punctuation, and follow it', () => {
  const arabic = {
    ...story,
    sources: { A: cite('فرانس برس، بيروت، ٢٧ كانون الأول ٢٠١٩'), B: cite('فرانس برس، كانون الأول ٢٠١٩') },
    facts: { fled: { ...fled, authority: 'أوتشا، نقلًا عن فرانس برس', sources: ['A', 'B'] } },
  } as unknown as Story;
  const figure = (number: number) => new Intl.NumberFormat('ar-u-nu-arab').format(number);
  const words =
    '<p><fact-ref data-id="fled">كثيرون</fact-ref>، <quote-ref data-by="أم" data-source="B">نعم</quote-ref></p>';
  const { html, notes } = resolveFootnotes(words, arabic, {
    sectionId: 's',
    before: 0,
    figure,
    language: 'ar',
    quotes: ['«', '»'],
    translated: '(مترجم)',
  });
  assert.match(html, /كثيرون،<sup.*>١<\/a><\/sup>.*«نعم»<sup.*>٢</);
  assert.deepEqual(
    notes.map((note) => note.html),
    [
      'أوتشا، نقلًا عن فرانس برس، بيروت، ٢٧ كانون الأول ٢٠١٩؛ فرانس برس، كانون الأول ٢٠١٩.',
      'فرانس برس، كانون الأول ٢٠١٩.',
    ],
  );
});

test('signs that HTML reserves stay signs', () => {
  const odd = { ...story, facts: { odd: { ...fled, figure: '<1 & "2"', qualifier: '', authority: 'A & B <c>' } } };
  const { html, notes } = resolveFootnotes('<fact-ref data-id="odd"></fact-ref>', odd as unknown as Story, {
    ...OPTIONS,
    sectionId: 's',
  });
  assert.ok(html.startsWith('&lt;1 &amp; "2"<sup'));
  assert.equal(notes[0]?.html, 'A &amp; B &lt;c>; AFP, Beirut, 27 December 2019.');
});

/** As the compiler makes it of `[^name]` and its text. */
const reference = (name: string, number: number) =>
  `<sup><a href="#user-content-fn-${name}" id="user-content-fnref-${name}" data-footnote-ref aria-describedby="footnote-label">${number}</a></sup>`;
const noteList = (notes: Readonly<Record<string, string>>) =>
  `<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol>${Object.entries(
    notes,
  )
    .map(
      ([name, html]) =>
        `<li id="user-content-fn-${name}">${html.replace(/<\/p>$/, ` <a href="#user-content-fnref-${name}" data-footnote-backref="">↩</a></p>`)}</li>`,
    )
    .join('')}</ol></section>`;

test('footnotes of Markdown and of facts are one sequence, with ids of their section', () => {
  const { html, notes } = resolve(
    `<p>A word${reference('a', 1)} and <fact-ref data-id="near"></fact-ref>, again${reference('a', 1)}; last${reference('b', 2)}.</p>${noteList({ a: '<p>See <em>this</em>.</p>', b: '<p>One.</p><p>Two.</p>' })}`,
  );
  assert.deepEqual(
    notes.map(({ number, html: told }) => [number, told]),
    [
      [1, 'See <em>this</em>.'],
      [2, 'AFP, Beirut, 27 December 2019; no direction given.'],
      [3, 'One. Two.'],
    ],
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, ['s-ref-1', 's-ref-2', 's-ref-1-2', 's-ref-3']);
  assert.doesNotMatch(html, /user-content|footnote-label|Footnotes/);
});

test('punctuation after a footnote of Markdown stays where it is, once', () => {
  const notes = noteList({ a: '<p>One.</p>' });
  assert.equal(plain(`<p>A word${reference('a', 1)}, then${reference('a', 1)}.</p>${notes}`), '<p>A word*, then*.</p>');
  assert.equal(
    plain(`<p>Cost <fact-ref data-id="near"></fact-ref>${reference('a', 1)}!</p>${notes}`),
    '<p>Cost less than 4 km\u202f**!</p>',
  );
});

test('the numbers of a section go on from those before it on the page', () => {
  const html = '<p><fact-ref data-id="fled"></fact-ref> and <fact-ref data-id="near"></fact-ref>.</p>';
  const { html: told, notes } = resolveFootnotes(html, story, { ...OPTIONS, sectionId: 't', before: 7 });
  assert.deepEqual(
    notes.map(({ number, figure }) => [number, figure]),
    [
      [8, '8'],
      [9, '9'],
    ],
  );
  assert.match(told, /href="#t-note-8" id="t-ref-8".*href="#t-note-9" id="t-ref-9"/);
});

test('a footnote may hold a fact, which has a note of its own', () => {
  const { html, notes } = resolve(
    `<p>A word${reference('a', 1)}, then <fact-ref data-id="fled"></fact-ref></p>${noteList({ a: '<p>Of <fact-ref data-id="near"></fact-ref>.</p>' })}`,
  );
  assert.deepEqual(
    notes.map(({ html: told }) => told.replace(/<sup.*?>(\d)<.*?<\/sup>/, '^$1')),
    [
      'Of less than 4 km.^2',
      'AFP, Beirut, 27 December 2019; no direction given.',
      'UN OCHA, quoted by AFP, Beirut, 27 December 2019.',
    ],
  );
  assert.match(html, />1<.*>3</);
});

test('a note is punctuated as its script is', () => {
  const said = (authority: string, cite: string): string =>
    noteText({ ...near, authority, sources: ['X'] }, { X: { ...story.sources['A'], cite } as Source });
  assert.equal(said('海図', '測量の記録'), '海図；測量の記録。');
  assert.equal(said('समुद्री नक्शा', 'सर्वेक्षण'), 'समुद्री नक्शा; सर्वेक्षण।');
  assert.equal(said('نقشه', 'بررسی'), 'نقشه؛ بررسی.');
  assert.equal(said('แผนที่', 'การสำรวจ'), 'แผนที่; การสำรวจ');
});

test('after a length the figure of a note stands apart: 12 km is not made an area', () => {
  const told = (words: string): string => resolve(`<p>${words}</p>`).html.replace(/<sup.*?<\/sup>/g, '^');
  assert.equal(told('<fact-ref data-id="near"></fact-ref> away'), '<p>less than 4 km\u202f^ away</p>');
  assert.equal(told('<fact-ref data-id="near"></fact-ref>, away'), '<p>less than 4 km,^ away</p>');
  assert.equal(told('<fact-ref data-id="near">within them</fact-ref> away'), '<p>within them^ away</p>');
});
