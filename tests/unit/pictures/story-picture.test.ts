import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderStoryPicture } from '../../../src/pictures/story-picture.ts';
import type { Story } from '../../../src/story/story.ts';
import { frame, place, section, story } from '../../support/story.ts';
import { tinyBasemap } from '../../support/tiny-basemap.ts';
import { xmlFault } from '../../support/well-formed.ts';

const opening = section(0, {
  frame: frame({ bounds: [0.2, 40.2, 1.8, 41.8] }),
  layers: { emphasis: {}, tints: [{ region: 'HO.ME', tone: 'subject', opacity: 1 }], wash: 0 },
});
const tiny: Story = {
  ...story([opening], [place('town', 1.3, 40.8, 2)]),
  focus: 'town',
  homeCountry: 'HOM',
  bounds: [0, 40, 4, 42],
};

test('the picture of a story is well formed and stands on its own', () => {
  const picture = renderStoryPicture(tiny, tinyBasemap);
  assert.equal(xmlFault(picture), null);
  assert.ok(!picture.includes('href') && !picture.includes('url(') && !picture.includes(' id='));
});

test('it shows land, the tinted region, the great road and the focus, without words', () => {
  const picture = renderStoryPicture(tiny, tinyBasemap);
  for (const part of ['f-sea', 'f-land', 'f-tint', 's-red', '<circle']) assert.ok(picture.includes(part), part);
  assert.ok(!picture.includes('<text'));
});

test('a story without a focus has none on its picture', () => {
  assert.ok(!renderStoryPicture({ ...tiny, focus: null }, tinyBasemap).includes('<circle'));
});
