import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AUTHORED } from '../support/authored-stories.ts';
import { readableText } from '../support/built-files.ts';
import { forSite } from '../support/each-site.ts';

forSite('volcano', (site) => {
  for (const slug of AUTHORED) {
    test(`${slug} is built whole: every section has its text and a picture of its map`, () => {
      const page = site.pages.find(({ path }) => path === `en/${slug}/index.html`) ?? assert.fail('it has no page');
      const sections = page.document.querySelectorAll('main > section');
      assert.equal(sections.length, page.story?.sections.length);
      assert.ok(sections.length >= 3);
      for (const section of sections)
        assert.ok(section.querySelector('svg, .backdrop-figure img'), 'a map or a picture without script');
    });
  }

  test('words of an imported story stand on its page, and what could act does not', () => {
    const page = site.pages.find(({ path }) => path === 'en/from-template/index.html') ?? assert.fail();
    const text = readableText(page.document.querySelector('main') ?? assert.fail());
    for (const words of ['{nothing} else', 'import nothing from here', '1 < 2, and a * b stays', 'eighteen miles'])
      assert.ok(text.includes(words), words);
    for (const trace of ['alert(', 'steal()', 'video.example.org']) assert.ok(!page.html.includes(trace), trace);
  });

  test('what an imported story shows stands on its page: pictures with their credits, comparisons, cards, and a stop without a card', () => {
    const page = site.pages.find(({ path }) => path === 'en/from-fork/index.html') ?? assert.fail();
    const main = page.document.querySelector('main') ?? assert.fail();
    const text = readableText(main);
    for (const words of [
      'Leila Haddad',
      'The quay before the first boat',
      'Omar Said',
      'The flood, a film',
      'To the knee',
    ])
      assert.ok(text.includes(words), words);
    assert.ok(!text.includes('unstated') && !text.includes('A note to the editor'));
    const cards = main.querySelectorAll('.link-card a').map((link) => String(link.getAttribute('href')?.value));
    assert.deepEqual(cards, ['https://www.youtube.com/watch?v=abc123def45']);
    assert.equal(main.querySelectorAll('section[data-stop]').length, 2);
    const titles = [...page.document.querySelectorAll('.section-list nav a')].map(({ textContent }) => textContent);
    assert.equal(titles.filter((title) => title.includes('What the sea made of it')).length, 1);
  });
});
