import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allWords, filmTexts } from '../../../../../src/cli/film/text/film-text.ts';

const NOTE = '<sup class="note-ref"><a href="#n">7</a></sup>';
const page = (...sections: readonly string[]): string => `<body><main>${sections.join('')}</main></body>`;
const section = (inner: string, attributes = ''): string =>
  `<section id="one" ${attributes}><p class="kicker">May 2020</p><h2>A <span class="name">town</span></h2>${inner}</section>`;

test('title, quotations and great numerals, without the figures of notes', () => {
  const [text] = filmTexts(
    page(
      section(
        `<p class="great-numeral"><span class="qualifier">More than</span> <span class="figure">235,000</span> people fled${NOTE}</p>
         <blockquote class="quote"><p>“We left.”</p><footer>A father${NOTE}</footer></blockquote>`,
      ),
    ),
    'en',
  );
  assert.deepEqual(text, {
    id: 'one',
    kicker: 'May 2020',
    title: 'A town',
    isTitleShown: true,
    lines: [
      { kind: 'numeral', figure: '235,000', before: 'More than', after: 'people fled' },
      { kind: 'quote', text: '“We left.”', by: 'A father' },
    ],
    seconds: null,
  });
  assert.equal(allWords(text), 'May 2020 A town 235,000 More than people fled “We left.” A father');
});

test('where there is neither, how the prose begins: no scrap of it, and no more than is read in passing', () => {
  const lineOf = (prose: string, locale = 'en'): unknown =>
    filmTexts(page(section(`<div class="body"><p>${prose}</p></div>`)), locale)[0]?.lines[0];
  const long = `${'word '.repeat(40)}end.`;
  assert.deepEqual(lineOf(`North.${NOTE} All of them went by the one road that was open. Then came night.`), {
    kind: 'text',
    text: 'North. All of them went by the one road that was open.',
  });
  assert.deepEqual(lineOf('North.'), { kind: 'text', text: 'North.' });
  assert.equal(lineOf(long), undefined);
  assert.equal(lineOf(''), undefined);
});

test('what its author wrote for the film stands for all of it', () => {
  const [text] = filmTexts(
    page(
      section('<blockquote class="quote"><p>“No.”</p></blockquote>', 'data-film-text="Short." data-film-seconds="8"'),
    ),
    'en',
  );
  assert.deepEqual([text?.lines, text?.seconds], [[{ kind: 'text', text: 'Short.' }], 8]);
});

test('a page that is no story has no texts', () => {
  assert.deepEqual(filmTexts('<p>Nothing</p>', 'en'), []);
});

test('what a player says where it does not play is no prose', () => {
  const linesOf = (body: string) => filmTexts(page(section(`<div class="body">${body}</div>`)), 'en')[0]?.lines;
  const player = '<figure><video><p>Film or recording: ferry.mp4</p></video></figure>';
  assert.deepEqual(linesOf(player), []);
  assert.deepEqual(linesOf(`${player}<p>It was heard on the quay.</p>`), [
    { kind: 'text', text: 'It was heard on the quay.' },
  ]);
});
