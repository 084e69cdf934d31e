import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { AUTHORED, authoredSite } from '../support/authored-site.ts';
import { type BuiltPage, parsePages, readableText, readBuiltFiles } from '../support/built-files.ts';

let pages: readonly BuiltPage[] = [];

before(
  async () => {
    pages = await parsePages(await readBuiltFiles(await authoredSite()));
  },
  { timeout: 180_000 },
);

for (const slug of Object.keys(AUTHORED)) {
  test(`${slug} is built whole: every section has its text and a picture of its map`, () => {
    const page = pages.find(({ path }) => path === `en/${slug}/index.html`) ?? assert.fail('it has no page');
    const sections = page.document.querySelectorAll('main > section');
    assert.equal(sections.length, page.story?.sections.length);
    assert.ok(sections.length >= 3);
    for (const section of sections) assert.ok(section.querySelector('svg'), 'a map without script');
  });
}

test('words of an imported story stand on its page, and what could act does not', () => {
  const page = pages.find(({ path }) => path === 'en/from-template/index.html') ?? assert.fail();
  const text = readableText(page.document.querySelector('main') ?? assert.fail());
  for (const words of ['{nothing} else', 'import nothing from here', '1 < 2, and a * b stays', 'the lamp room'])
    assert.ok(text.includes(words), words);
  for (const trace of ['alert(', 'steal()', 'video.example.org']) assert.ok(!page.html.includes(trace), trace);
});
