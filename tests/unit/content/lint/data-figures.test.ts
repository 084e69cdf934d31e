import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyFiles } from '../../../../src/content/files/story-files.ts';
import { checkWords } from '../../../../src/content/lint/rules/check-words.ts';
import { readStoryText } from '../../../../src/site/content/read-story-text.ts';

const FILES = {
  'story.yaml': 'defaultLocale: en\nlocales: [en, de]\n',
  'facts.yaml': '{}\n',
  'data/gauges.csv': 'name,lng,lat,level,people,all\nVác,19,47,512.5,3125,12500\nPaks,18.8,46.6,207,10,40\n',
  'data/trips.csv': 'from,count\na,7341\n',
  'layers.yaml': [
    'gauges: { points: data/gauges.csv, at: [lng, lat], size: level, label: Level }',
    'share: { points: data/gauges.csv, at: [lng, lat], color: people, label: Share }',
  ].join('\n'),
};

/** Numerals of a section's text that nothing explains. */
function unexplained(frontmatter: string, words: string, locale = 'en'): readonly string[] {
  const base = `---\ntitle: A\n${frontmatter}\n---\n`;
  const texts = {
    ...FILES,
    'en/10-a.mdx': locale === 'en' ? `${base}\n${words}\n` : base,
    ...(locale === 'en' ? {} : { [`${locale}/10-a.mdx`]: `---\ntitle: A\n---\n\n${words}\n` }),
  };
  const files = Object.entries(texts).map(([path, text]) => readStoryText(path, text));
  return checkWords(storyFiles({ slug: 'a', folder: 'a', files }), null)
    .filter(({ name }) => name === 'UnexplainedNumeral')
    .map(
      ({ message }) =>
        /“([^”]*)”|`([^`]*)`/
          .exec(message)
          ?.slice(1)
          .find((text) => text !== undefined) ?? message,
    );
}

const SHOWN = 'layers: { data: [gauges] }';

test('a section may say in words what its data layers show, in every language', () => {
  assert.deepEqual(unexplained(SHOWN, 'At Vác it stood at 512.5 centimetres, at Paks at 207.'), []);
  assert.deepEqual(unexplained(SHOWN, 'In Vác stand es bei 512,5 Zentimetern.', 'de'), []);
});

test('what only another section shows, or a column that is not shown, is not said without a source', () => {
  assert.equal(unexplained('', 'At Paks it stood at 207 centimetres.').length, 1);
  assert.equal(unexplained(SHOWN, 'There were 3,125 people.').length, 1);
  assert.deepEqual(unexplained('layers: { data: [share] }', 'There were 3,125 people.'), []);
});

test('a figure near to one of the data is another figure', () => {
  assert.equal(unexplained(SHOWN, 'At Paks it stood at 208 centimetres.').length, 1);
});

test('figures of the table that a chart of the section is drawn from have its source', () => {
  const chart = 'annotations:\n  - { kind: bar-chart, table: data/trips.csv }';
  assert.deepEqual(unexplained(chart, 'They counted 7,341 journeys.'), []);
  assert.equal(unexplained('', 'They counted 7,341 journeys.').length, 1);
});
