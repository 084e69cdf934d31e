import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sectionCard, sectionDescription, sectionJsonLd, sectionPath } from '../../../../src/site/meta/section-page.ts';
import type { Section, Story } from '../../../../src/story/story.ts';

const story = { locale: 'ar', slug: 'nile', title: 'The Nile', description: 'About a river.' } as Story;
const section = (mapDescription: string): Section => ({ id: 'delta', title: 'The delta', mapDescription }) as Section;

test('a section has an address and a card of its own, below the story', () => {
  assert.equal(sectionPath(story, section('')), '/ar/nile/s/delta/');
  assert.deepEqual(sectionCard(story, section('')), {
    isCard: true,
    path: '/ar/nile/s/delta/card.png',
    alt: 'The delta · The Nile',
  });
});

test('a preview says what the map shows, in as many whole words as it has room for', () => {
  const said = 'The arms of the river between two towns on the coast.';
  assert.equal(sectionDescription(section(said), story), said);
  assert.equal(sectionDescription(section('Arms.'), story), 'About a river.');
  assert.equal(sectionDescription(section(''), story), 'About a river.');
  const cut = sectionDescription(section('river '.repeat(60)), story);
  assert.ok(cut.length <= 160);
  assert.match(cut, /^(river )+river…$/);
});

test('machines are told what it is a part of', () => {
  const { isPartOf } = sectionJsonLd(story, section(''), 'https://example.org/ar/nile/');
  assert.deepEqual(isPartOf, { '@type': 'Article', headline: 'The Nile', url: 'https://example.org/ar/nile/' });
});
