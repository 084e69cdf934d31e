import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageName } from '../../src/i18n/language-tags.ts';
import { RELIEF } from '../../src/story/ground/ground.ts';
import { AUTHORED, SCAFFOLDED } from '../support/authored-stories.ts';
import { readableText } from '../support/built-files.ts';
import { forEachSite } from '../support/each-site.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };

/** Text without tags and entities and with single spaces, to compare what two renderers wrote each in its way. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&([#\w]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

forEachSite((site) => {
  const stories = () => site.pages.flatMap((page) => (page.story ? [{ ...page, story: page.story }] : []));

  test('tells at least one story', () => assert.ok(stories().length > 0));

  test('every section is a section of main, in order, with its id and its title', () => {
    for (const { document, story } of stories()) {
      const sections = document.querySelectorAll('main > section');
      assert.deepEqual(
        sections.map(({ id }) => id),
        story.sections.map(({ id }) => id),
      );
      for (const [index, section] of sections.entries()) {
        const card = section.querySelector('.card');
        assert.ok(card, `${section.id} has a card`);
        assert.ok(readableText(card).includes(story.sections[index]?.title ?? '–'), `${section.id} has its title`);
      }
    }
  });

  test('pictures of the ground that a story opens with are asked for by the head of its page, and no others', () => {
    for (const { document, story } of stories()) {
      const [opening] = story.sections;
      const { show, after, relief = 0 } = opening?.layers.ground ?? {};
      const names = [show, after, relief > 0 ? RELIEF : null];
      const pictures = names.flatMap((name) => story.grounds?.[name ?? '']?.pictures ?? []);
      const wanted = pictures.filter(({ sections }) => sections.includes(opening?.id ?? '')).map(({ file }) => file);
      const links = document.querySelectorAll('link[rel="preload"][as="image"][href]');
      const asked = links.map((link) => /([^/]+)\.\w+(\.\w+)$/.exec(link.getAttributeValue('href') ?? ''));
      assert.deepEqual(new Set(asked.map((found) => `${found?.[1]}${found?.[2]}`)), new Set(wanted), story.slug);
    }
  });

  test('every section says in words what its map shows, to those who cannot see it', () => {
    for (const { html, story } of stories()) {
      // An imported story is described by what its tool has: a title, and of a picture in place of the map nothing.
      const isImported = AUTHORED.includes(story.slug) && story.slug !== SCAFFOLDED;
      const least = isImported ? 5 : 20;
      for (const { id } of story.sections.filter(({ backdrop }) => !isImported || !backdrop)) {
        const start = html.indexOf(`<section class="section" id="${id}"`);
        const section = html.slice(start, html.indexOf('</section>', start));
        // A picture in place of the map speaks for itself by its own description.
        const drawn =
          /<title id="map-[^>]*>([^<]+)<\/title>|data-backdrop[^>]*>(?:(?!<img)[\s\S])*<img [^>]*alt="([^"]*)"/.exec(
            section,
          );
        const description = drawn?.[1] ?? drawn?.[2] ?? '';
        assert.ok(description.length > least, `${id}: a description, not a word`);
        const spoken = [...section.matchAll(/class="map-description[^>]*>(.*?)<\/p>/gs)].map(([, text = '']) => text);
        assert.ok(spoken.length > 0 && spoken.every((text) => plain(text).length > least), `${id}: in reading order`);
        // A figure in the text is drawn as for a phone, which comes last where it has a description of its own.
        assert.ok(plain(spoken.at(-1) ?? '').includes(plain(description)), `${id}: description of the figure`);
      }
    }
  });

  test('every section has a picture of its map without any script', () => {
    for (const { html, story } of stories()) {
      for (const { id } of story.sections) {
        const start = html.search(new RegExp(`<section\\b[^>]*\\bid="${id}"`));
        const section = html.slice(start, html.indexOf('</section>', start));
        assert.match(
          section,
          /<svg[\s\S]*<(path|use)\b[\s\S]*<\/svg>|<figure class="static-map backdrop[\s\S]*<picture/,
          id,
        );
      }
    }
  });

  test('the landing page leads to every story', () => {
    const links = site.pages
      .find(({ path }) => path === 'index.html')
      ?.document.querySelectorAll('a')
      .map((link) => link.getAttributeValue('href'));
    for (const { story } of stories())
      assert.ok(links?.includes(`${story.locale}/${story.slug}/index.html`), story.slug);
  });

  test('a story in other languages only is offered in its own, which is named', () => {
    const locales = [...new Set(stories().map(({ story }) => story.locale))];
    for (const locale of locales.length > 1 ? locales : []) {
      const told = stories().flatMap(({ story }) => (story.locale === locale ? story.slug : []));
      const landing = site.pages.find(({ path }) => path === `${locale}/index.html`) ?? assert.fail(locale);
      const leadsTo = (address: string | null): string =>
        new URL(address ?? '', `https://any.example/${landing.path}`).pathname;
      const links = landing.document.querySelectorAll('a');
      for (const { story } of stories().filter((page) => !told.includes(page.story.slug))) {
        const href = `/${story.locale}/${story.slug}/index.html`;
        const link = links.find((one) => leadsTo(one.getAttributeValue('href')) === href);
        assert.equal(link?.getAttributeValue('hreflang'), story.locale, href);
        // The story's own entry names its language in its words, a further edition is a link in that language.
        const words = link?.querySelector('.words') ?? link;
        assert.equal(words?.getAttributeValue('lang'), story.locale, href);
        assert.ok(words && readableText(words).includes(languageName(story.locale)), href);
      }
    }
  });
});
