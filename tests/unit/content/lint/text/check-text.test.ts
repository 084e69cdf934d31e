import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOfText, TEXT_LINE } from '../../../../support/lint-text.ts';

/** What is written, the problem it makes, and words of its message and cure. */
const REFUSED: readonly (readonly [text: string, name: string, told: RegExp])[] = [
  ['<!-- ask the desk -->', 'MalformedMdx', /remark of HTML.*\{\/\* … \*\/\}/],
  ['First<br>second', 'MalformedMdx', /`<br>` does not end.*`<br\/>`/],
  ['First<hr class="x">second', 'MalformedMdx', /`<hr class="x"\/>`/],
  ['Signed <by hand> below', 'MalformedMdx', /`<by hand>` is opened.*`&lt;by`/],
  ['Read <https://example.org/log> too', 'MalformedMdx', /`\[words\]\(https:\/\/example.org\/log\)`/],
  ['Write to <desk@example.org> now', 'MalformedMdx', /desk@example\.org/],
  ['It took <Fact id=“crossed”/> days', 'MalformedMdx', /typographic quotation marks/],
  ['It took <Fact id=«crossed»/> days', 'MalformedMdx', /typographic quotation marks/],
  ['It took <Fact id="crossed"> days', 'MalformedMdx', /`<Fact id="crossed"\/>`, or `<\/Fact>`/],
  ['Fewer than <5 boats', 'MalformedMdx', /`&lt;` for `<`/],
  ['An open { brace', 'MalformedMdx', /`\\\{`/],
  ['<b>bold</i>', 'MalformedMdx', /closes what is not open/],
  ['<div>\n\nwords\n\n</span>', 'MalformedMdx', /<\/span>/],
  ['They wrote {sic}', 'CodeInText', /`\{sic\}`.*`\\\{`/],
  ['Sum: {1 + 1}', 'CodeInText', /\{1 \+ 1\}/],
  ['import Chart from "./chart.js"', 'CodeInText', /imported/],
  ['export const a = 1', 'CodeInText', /export const a/],
  ['<span {...all}>a</span>', 'CodeInText', /quotation marks/],
  ['<span title={name}>a</span>', 'CodeInText', /quotation marks/],
  ['<fact id="crossed"/>', 'UnknownComponent', /Did you mean `Fact`/],
  ['<FACT id="crossed"/>', 'UnknownComponent', /Did you mean `Fact`/],
  ['<qoute by="A" source="A">a</qoute>', 'UnknownComponent', /Did you mean `Quote`/],
  ['<detials>a</detials>', 'UnknownComponent', /Did you mean `details`/],
  ['<Map zoom="3"/>', 'UnknownComponent', /`Fact`, `Numeral`, `Quote`/],
  ['<Fact id="crossed" sentance/>', 'UnknownField', /Did you mean `sentence`/],
  ['<video src="/a.mp4" controls></video>', 'BlockedElement', /player.*link/],
  ['<AUDIO src="/a.mp3"/>', 'BlockedElement', /player/],
  ['<iframe src="https://example.org"></iframe>', 'BlockedElement', /frame.*link/],
  ['<script src="/a.js"></script>', 'BlockedElement', /script/],
  ['<object data="/a.pdf"></object>', 'BlockedElement', /frame/],
  ['<form action="/x"><input name="a"/></form>', 'BlockedElement', /form/],
  ['<link rel="stylesheet" href="/a.css"/>', 'BlockedElement', /head of a page/],
  ['<b onclick="go()">a</b>', 'BlockedElement', /`onclick` on `<b>`/],
  ['<b data-frame-host="player.example">a</b>', 'BlockedElement', /`data-frame-host` on `<b>`/],
  ['<source src="/quay.jpg"/>', 'BlockedElement', /<picture>/],
  ['![a quay](https://example.org/quay.jpg)', 'BlockedElement', /another site.*`media\/`/],
  ['![a quay](//example.org/quay.jpg)', 'BlockedElement', /another site/],
  ['<img src="http://example.org/q.png" alt="a quay"/>', 'BlockedElement', /another site/],
  ['<div style="background: url(https://example.org/q.png)">a</div>', 'BlockedElement', /another site/],
  ['![a quay](./quay.jpg)', 'MissingPicture', /`media\/`.*Did you mean `\/quay.jpg`/],
  ['![a quay](/Quay.JPG)', 'MissingPicture', /does not exist.*Did you mean `\/quay.jpg`/],
  ['![a film](/film.mp4)', 'MissingPicture', /no picture.*link/],
  ['![a quay](C:\\quay.jpg)', 'MissingPicture', /Did you mean `\/quay.jpg`/],
  ['![a quay](/100%.jpg)', 'MissingPicture', /`%25`/],
  ['![a boat][b]\n\n[b]: /boat.png', 'MissingPicture', /\/boat\.png/],
  ['<img srcset="/quay.jpg 1x, /quay2.jpg 2x" src="/quay.jpg" alt="a quay"/>', 'MissingPicture', /\/quay2\.jpg/],
];

for (const [text, name, told] of REFUSED) {
  test(`refused with line and cure: ${text.replaceAll('\n', '↵')}`, () => {
    const found = problemsOfText(`\nWords before.\n\n${text}\n`).filter(({ severity }) => severity === 'error');
    const problem = found.find((one) => one.name === name);
    assert.ok(problem, `found ${found.map((one) => `${one.name}: ${one.message}`).join('; ') || 'nothing'}`);
    assert.match(`${problem.message} ${problem.hint}`, told);
    assert.ok((problem.line ?? 0) >= TEXT_LINE + 3, `line ${problem.line}`);
    assert.notEqual(problem.hint.trim(), '');
  });
}

const ALLOWED = [
  '{/* ask the desk */}',
  'They wrote \\{sic\\}, {"it’s so"}, `{code}` and &lt;so&gt;.',
  'First<br/>second, x<sub>n</sub>, <abbr title="a">b</abbr>, a < b.',
  '<details>\n<summary>More</summary>\n\nWords with **weight**.\n\n</details>',
  '<div style={{ color: "red" }} class="a">words</div>',
  '<svg viewBox="0 0 9 9"><defs><clipPath id="c"><path d="M0 0"/></clipPath></defs><use href="#c"/></svg>',
  '<picture><source srcset="/quay.jpg"/><img src="/quay.jpg" alt="a quay"/></picture>',
  '![a quay](/quay.jpg) ![dots](data:image/png;base64,iVBORw0KGgo=)',
  '<Fact id="crossed" bare/> and <Fact id={"crossed"} sentence>all</Fact>',
  'A word[^one] and another[^one].\n\n[^one]: What *is* meant.',
];

for (const text of ALLOWED) {
  test(`allowed: ${text.replaceAll('\n', '↵')}`, () => {
    const problems = problemsOfText(`\n${text}\n`).filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      problems.map(({ name, message }) => `${name}: ${message}`),
      [],
    );
  });
}

test('a text that cannot be read hides no mistake above it', () => {
  const names = problemsOfText('One<br>two', {
    'en/20-harbour.mdx': '---\ntitle: Harbour\nmapDescripton: A map.\n---\nOne<br>two\n',
  }).map(({ name }) => name);
  assert.deepEqual(names, ['MalformedMdx']);
});
