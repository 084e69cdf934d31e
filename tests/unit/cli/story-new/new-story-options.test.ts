import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countryProblem,
  localesProblem,
  readWishes,
  settleWishes,
  slugProblem,
} from '../../../../src/cli/story-new/new-story-options.ts';
import type { NewStory } from '../../../../src/cli/story-new/story-template.ts';

const settle = (...args: readonly string[]) => settleWishes(readWishes(args), '2026-01-31');

function storyFrom(...args: readonly string[]): NewStory {
  const settled = settle(...args);
  assert.ok(!('problems' in settled), JSON.stringify(settled));
  return settled;
}

const problemsOf = (...args: readonly string[]): readonly string[] => {
  const settled = settle(...args);
  return 'problems' in settled ? settled.problems : [];
};

test('a name is enough: title, language, area and basemap follow from it', () => {
  assert.deepEqual(storyFrom('the-long-crossing'), {
    slug: 'the-long-crossing',
    title: 'The long crossing',
    locales: ['en'],
    bounds: [20, 35, 29, 41],
    basemap: 'the-long-crossing',
    country: null,
    licence: null,
    today: '2026-01-31',
  });
});

test('what is said counts, bounds that begin with a minus too', () => {
  const said = ['--title', 'Over', '--locales', 'en, ar', '--bounds', '-71.2,42.2,-70.9,42.5', '--country', 'USA'];
  const { title, locales, bounds, country, basemap } = storyFrom('over', ...said, '--basemap', 'boston');
  assert.deepEqual(
    { title, locales, bounds, country, basemap },
    { title: 'Over', locales: ['en', 'ar'], bounds: [-71.2, 42.2, -70.9, 42.5], country: 'USA', basemap: 'boston' },
  );
});

test('a language said twice is there once', () => {
  assert.deepEqual(storyFrom('over', '--locales', 'ar,en,ar').locales, ['ar', 'en']);
});

test('every complaint is told at once', () => {
  const problems = problemsOf('The Crossing', '--locales', 'en,pt_br', '--bounds', '5,5,1,9', '--country', 'us');
  assert.equal(problems.length, 4);
  assert.match(problems[0] ?? '', /"The Crossing" cannot be an address/);
  assert.match(problems[1] ?? '', /"pt_br" is written pt-BR/);
  assert.match(problems[2] ?? '', /west \(5\) must be less than east \(1\)/);
  assert.match(problems[3] ?? '', /not a country code of three letters/);
});

test('a story without a name is none', () => {
  assert.deepEqual(problemsOf(), ['A story needs a name: npm run story:new -- the-crossing.']);
});

test('a name is an address: small letters, digits and single hyphens, not too many', () => {
  for (const slug of ['crossing', 'the-crossing', 'day-2']) assert.equal(slugProblem(slug), null);
  for (const slug of ['', 'The', 'a--b', '-a', 'a-', 'a b', '../a', 'café', 'a'.repeat(81)]) {
    assert.match(slugProblem(slug) ?? '', /cannot be an address/, slug);
  }
});

test('a story may be told in any language, whether the interface is translated into it or not', () => {
  assert.deepEqual(storyFrom('over', '--locales', 'he,zh-Hans,ckb').locales, ['he', 'zh-Hans', 'ckb']);
  assert.match(localesProblem('english') ?? '', /no tag of a language/);
});

test('its licence is the one its author says, and none else', () => {
  assert.equal(storyFrom('over', '--licence', 'CC BY 4.0').licence, 'CC BY 4.0');
  assert.equal(storyFrom('over', '--licence', ' ').licence, null);
});

test('names that every object has are no languages', () => {
  for (const name of ['constructor', '__proto__', 'toString']) assert.notEqual(localesProblem(name), null);
  assert.equal(localesProblem('en,ar'), null);
});

test('a country is three capitals', () => {
  assert.equal(countryProblem('ISL'), null);
  for (const code of ['IS', 'isl', 'ISLE', '']) assert.notEqual(countryProblem(code), null);
});

test('one story is made at a time, and an option that does not exist is refused', () => {
  assert.throws(() => readWishes(['one', 'two']), /One story at a time: found "one", "two"/);
  assert.throws(() => readWishes(['one', '--colour', 'red']), /--colour/);
});

test('help and a basemap are wished for by themselves', () => {
  const { wantsHelp, withBasemap, slug } = readWishes(['--help', '--with-basemap']);
  assert.deepEqual([wantsHelp, withBasemap, slug], [true, true, null]);
});
