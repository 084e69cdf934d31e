import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardOf, socialTags } from '../../../../src/site/meta/social-tags.ts';
import { story } from '../../../support/story.ts';

const told = { ...story([]), slug: 'town', locale: 'ar', title: 'The town' };
const contentOf = (tags: ReturnType<typeof socialTags>, key: string) =>
  tags.find(({ name, property }) => name === key || property === key)?.content;

test('with a public address every picture is named by a whole one', () => {
  const tags = socialTags(cardOf(told), (path) => new URL(path, 'https://maps.example/').href);
  for (const key of ['og:image', 'twitter:image']) {
    assert.equal(contentOf(tags, key), 'https://maps.example/ar/town/card.png');
  }
});

test('the picture is described by its headline, and by the publisher where there is one', () => {
  assert.equal(cardOf(told).alt, 'The town');
  assert.equal(cardOf({ ...told, publisher: 'A paper' }).alt, 'The town · A paper');
});
