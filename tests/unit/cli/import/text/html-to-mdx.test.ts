import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shown } from '../../../../../src/cli/import/media/shown-media.ts';
import { htmlToMdx, htmlToText, mediaInHtml } from '../../../../../src/cli/import/text/html-to-mdx.ts';

const file = (name: string): Shown => ({ kind: 'file', name, is: 'picture', how: 'as it was' });
const shownAt = ({ address }: { readonly address: string }): Shown => file(address);

test('a number in a box of its own does not run into the words beside it', () => {
  assert.equal(htmlToMdx('<span class="step">1</span>21 High Street').mdx, '1 21 High Street');
  assert.equal(htmlToText('<b>2</b>nd of <i>May</i>'), '2 nd of May');
  assert.equal(htmlToText('10<sup>2</sup> metres'), '102 metres');
});

test('breaks are tags, two of them end a paragraph, and none stands at an edge', () => {
  const { mdx } = htmlToMdx('<p><br>One<br>line<br><br>Another<br></p>');
  assert.equal(mdx, 'One<br/>\nline\n\nAnother');
  assert.equal(htmlToMdx('One. <br><br>Another <i>one</i>.').mdx, 'One.\n\nAnother _one_.');
});

test('pictures stand between paragraphs, wherever they were', () => {
  const { mdx } = htmlToMdx(
    '<p>Before <a href="https://example.org"><img src="a.jpg"></a> after</p><ul><li>x <img src="b.jpg"></li></ul>',
    shownAt,
  );
  assert.equal(mdx, 'Before\n\n<Figure src="a.jpg" />\n\nafter\n\n- x\n\n  <Figure src="b.jpg" />');
});

test('sliders of two pictures become one comparison; of three they stay pictures', () => {
  const two = '<img-comparison-slider><img src="a.jpg"><img src="b.jpg"></img-comparison-slider>';
  assert.equal(htmlToMdx(two, shownAt).mdx, '<Compare before="a.jpg" after="b.jpg" />');
  const three = '<div class="before-after"><img src="a.jpg"><img src="b.jpg"><img src="c.jpg"></div>';
  assert.equal(htmlToMdx(three, shownAt).mdx.match(/<Figure/g)?.length, 3);
});

test('what was hidden is not shown, and its words are told', () => {
  const { mdx, notes } = htmlToMdx(
    '<p>Seen</p><p style="color:red; display : none">A note</p><div hidden>Another</div>',
  );
  assert.equal(mdx, 'Seen');
  assert.deepEqual(
    notes.map(({ what }) => what),
    ['“A note”', '“Another”'],
  );
});

test('links of the old page lead nowhere here, so their words stand alone', () => {
  const { mdx, notes } = htmlToMdx('<a href="#chapter-2">further on</a> and <a href="https://example.org/x">there</a>');
  assert.equal(mdx, 'further on and [there](https://example.org/x)');
  assert.match(notes[0]?.why ?? '', /old story/);
});

test('media are found by every attribute that may name them', () => {
  const html =
    '<img data-src="a.jpg"><img srcset="b-small.jpg 1x, b-large.jpg 2x"><video><source src="c.mp4"></video><iframe src="https://e.org"></iframe><img>';
  assert.deepEqual(
    mediaInHtml(html).map(({ address }) => address),
    ['a.jpg', 'b-large.jpg', 'c.mp4', 'https://e.org'],
  );
});

test('a title with quotation marks and braces stays an attribute of its card', () => {
  const page: Shown = { kind: 'page', href: 'https://e.org/', title: 'He said "{no}" & left', picture: null };
  const { mdx } = htmlToMdx('<iframe src="https://e.org/"></iframe>', () => page);
  assert.match(mdx, /^<Embed href="https:\/\/e\.org\/" title="He said &#x22;\{no\}&#x22; & left" \/>$/);
});
