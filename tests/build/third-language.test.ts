import assert from 'node:assert/strict';
import { test } from 'node:test';
import { targetOf } from '../../src/site/links/reference.ts';
import { type BuiltPage, readableText } from '../support/built-files.ts';
import { forSite } from '../support/each-site.ts';
import { STORY_OF } from '../support/sites.ts';

const SLUG = STORY_OF.volcano;

/** Files that the elements of a page lead to. */
function targetsOf({ path, document }: BuiltPage, selector: string): readonly (string | null)[] {
  return [...document.querySelectorAll(selector)].map((element) =>
    targetOf(path, element.getAttributeValue('href') ?? ''),
  );
}

// Told in English, and in a language that was laid over the program: tests/support/third-language.ts.
forSite('volcano', (site) => {
  function pageAt(path: string): BuiltPage {
    const page = site.pages.find((candidate) => candidate.path === `${path}index.html`);
    assert.ok(page, `there is a page ${path}`);
    return page;
  }

  test('the story is told in the third language, in its script, direction and figures', () => {
    const { html, document, story } = pageAt(`ur/${SLUG}/`);
    assert.match(html, /<html lang="ur" dir="rtl" data-script="arab">/);
    assert.equal(story?.title, 'وہ پہاڑ جس نے آسمان بند کر دیا');
    const card = document.querySelector('#the-mountain .card');
    assert.ok(card);
    assert.match(readableText(card), /سے ۱٬۶۵۱۱ میٹر/, 'the figure and its note');
    assert.match(readableText(card), /“وہ رہا”/);
  });

  test('the interface, the map and the landing page speak it too', () => {
    const { html, story } = pageAt(`ur/${SLUG}/`);
    assert.ok(html.includes('کہانی پر جائیں'));
    assert.equal(story?.mapTexts['crossesEvery'], 'ہر {distance} پر ایک نشان');
    const landing = pageAt('ur/');
    assert.ok(landing.html.includes('نقشے پر کہانیاں'));
    assert.ok(targetsOf(landing, 'a').includes(`ur/${SLUG}/index.html`));
  });

  test('what is quoted from a source in another language is marked as translated, unless it is not translated here', () => {
    const { document } = pageAt(`ur/${SLUG}/`);
    const textOf = (id: string): string => {
      const card = document.querySelector(`#${id} .card`);
      assert.ok(card);
      return readableText(card);
    };
    assert.match(textOf('the-mountain'), /Icelandic Meteorological Office \(ترجمہ\)\./);
    assert.match(textOf('the-road'), /set as a quotation/);
    assert.doesNotMatch(textOf('the-road'), /ترجمہ|translated/);
    assert.doesNotMatch(pageAt(`en/${SLUG}/`).html, /\(translated\)/);
  });

  test('the map’s credits are in the third language, the names in them as they are', () => {
    for (const path of [`ur/${SLUG}/`, `ur/${SLUG}/sources/`, 'ur/']) {
      const { document, html } = pageAt(path);
      const credits = [...document.querySelectorAll('bdi')].map((bdi) => readableText(bdi));
      assert.ok(credits.includes('© OpenStreetMap کے معاونین'), path);
      assert.ok(credits.includes('GeoNames'), path);
      assert.ok(!html.includes('OpenStreetMap contributors'), path);
    }
  });

  test('every page leads to itself in the other language', () => {
    for (const path of [`${SLUG}/`, `${SLUG}/sources/`, '']) {
      for (const [own, other] of [
        ['en', 'ur'],
        ['ur', 'en'],
      ]) {
        const page = pageAt(`${own}/${path}`);
        const itself = `${other}/${path}index.html`;
        assert.ok(targetsOf(page, `link[rel="alternate"][hreflang="${other}"]`).includes(itself));
        assert.ok(targetsOf(page, `a[data-language="${other}"]`).includes(itself));
      }
    }
  });

  test('what is not translated yet stands in the default language, and says so', () => {
    const { document } = pageAt(`ur/${SLUG}/`);
    const spring = document.querySelector('#spring');
    for (const element of [spring?.querySelector('h2'), spring?.querySelector('.body')]) {
      assert.equal(element?.getAttributeValue('lang'), 'en');
      assert.equal(element?.getAttributeValue('dir'), 'ltr');
    }
    const translated = document.querySelector('#the-mountain h2');
    assert.equal(translated?.getAttributeValue('lang'), null);
  });

  test('the build names what is missing, by section and field', () => {
    assert.match(site.said, /MissingTranslation.*ur\/20-spring\.mdx/);
    assert.match(site.said, /MissingTranslation.*facts\.yaml.*`evacuated\.text`/);
  });

  test('an interface text the language lacks stands in English, marked as such, and all are told in one message', () => {
    const { document } = pageAt(`ur/${SLUG}/`);
    const [print] = document.querySelectorAll('button[data-action="print"] span');
    assert.equal(print?.textContent, 'Print');
    assert.deepEqual(
      ['lang', 'dir', 'data-script'].map((name) => print?.getAttributeValue(name)),
      ['en', 'ltr', 'latn'],
    );
    assert.equal(document.querySelector('[data-action="open-sections"] span span'), null);
    const told = site.said.match(/MissingInterfaceStrings.*/g) ?? [];
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /strings\/ur\.json.*allStories/);
  });
});
