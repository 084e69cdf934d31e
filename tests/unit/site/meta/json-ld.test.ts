import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyJsonLd } from '../../../../src/site/meta/json-ld.ts';
import { buildOEmbed } from '../../../../src/site/meta/oembed.ts';
import type { Source, Story } from '../../../../src/story/story.ts';
import { place, section, story } from '../../../support/story.ts';

const SOURCE = { cite: 'AFP, 28 December 2019' } as Source;
const STORY: Story = {
  ...story([section(0)], [{ ...place('town', 36.7, 35.6), names: { en: 'The town', ar: 'البلدة' } }]),
  title: 'Leaving & “staying”',
  description: 'What two fathers told.',
  byline: 'The desk',
  published: '2026-01-31',
  modified: '2026-02-02',
  sources: { afp: SOURCE },
};

test('machines read what readers read: title, description, dates, language and author', () => {
  const data = storyJsonLd(STORY);
  assert.deepEqual(
    [data['@type'], data['headline'], data['description'], data['datePublished'], data['dateModified']],
    ['Article', STORY.title, STORY.description, '2026-01-31', '2026-02-02'],
  );
  assert.equal(data['inLanguage'], 'en');
  assert.deepEqual(data['author'], { '@type': 'Organization', name: 'The desk' });
});

test('sources are what the story is based on, as readers see them cited', () => {
  assert.deepEqual(storyJsonLd(STORY)['isBasedOn'], [{ '@type': 'Article', name: 'AFP, 28 December 2019' }]);
});

test('places have their names in the story’s language, else in its own first one, latitude and longitude told apart', () => {
  const located = (one: Story) => storyJsonLd(one)['contentLocation'] as readonly Record<string, unknown>[];
  assert.deepEqual(located(STORY), [
    { '@type': 'Place', name: 'The town', geo: { '@type': 'GeoCoordinates', latitude: 35.6, longitude: 36.7 } },
  ]);
  assert.equal(located({ ...STORY, locale: 'ar' })[0]?.['name'], 'البلدة');
  assert.equal(located({ ...STORY, locale: 'fr' })[0]?.['name'], 'The town');
});

test('corrections are told to machines with their dates, and the publisher with its address', () => {
  const corrections = [{ date: '2026-02-01', text: 'The bridge is north of the town.', untranslated: [] }];
  const data = storyJsonLd({ ...STORY, publisher: 'The Harbour', corrections }, { home: 'https://harbour.example/' });
  assert.deepEqual(data['correction'], [
    { '@type': 'CorrectionComment', text: 'The bridge is north of the town.', datePublished: '2026-02-01' },
  ]);
  assert.deepEqual(data['publisher'], {
    '@type': 'Organization',
    name: 'The Harbour',
    url: 'https://harbour.example/',
  });
  assert.equal(storyJsonLd(STORY)['correction'], undefined);
});

test('it is plain JSON', () => {
  const data = storyJsonLd(STORY);
  assert.deepEqual(JSON.parse(JSON.stringify(data)), data);
});

test('an oEmbed answer leads to the story’s frame below the site, wherever that is', () => {
  for (const site of ['https://maps.example/', 'https://maps.example/any/folder/', '../../']) {
    const { html, provider_url, type, version } = buildOEmbed(STORY, site);
    assert.deepEqual([type, version, provider_url], ['rich', '1.0', site]);
    assert.ok(html.includes(`${site}en/test/embed/`), html);
  }
});

test('an oEmbed answer for a section opens the frame there, and shows its card', () => {
  const [first] = STORY.sections;
  assert.ok(first);
  const whole = buildOEmbed(STORY, 'https://maps.example/');
  const part = buildOEmbed(STORY, 'https://maps.example/', first);
  assert.equal(whole.thumbnail_url, 'https://maps.example/en/test/card.png');
  assert.equal(part.thumbnail_url, `https://maps.example/en/test/s/${first.id}/card.png`);
  assert.deepEqual([part.thumbnail_width, part.thumbnail_height], [1200, 630]);
  assert.ok(part.html.includes(`mode=contained#${first.id}"`) && !whole.html.includes('#'), part.html);
  assert.ok(part.title.startsWith(first.title) && part.title.endsWith(STORY.title));
});

test('no title breaks the HTML it stands in', () => {
  const { html, title } = buildOEmbed({ ...STORY, title: '"><script>alert(1)</script>' }, 'https://maps.example/');
  assert.equal(title, '"><script>alert(1)</script>', 'in JSON it is a text like any other');
  assert.ok(!html.includes('<script>'), html);
});

test('the frame has the size the answer says', () => {
  const { html, width, height } = buildOEmbed(STORY, 'https://maps.example/');
  assert.ok(width > 0 && html.includes(`height:${height}px`));
});
