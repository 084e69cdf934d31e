import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELP, parseFilm } from '../../../../src/cli/film/options.ts';

test('an upright film of the whole story by default', () => {
  const options = parseFilm(['flood']);
  assert.equal(options?.form, 'mp4');
  assert.deepEqual([options?.size.width, options?.size.height, options?.fps], [1080, 1920, 30]);
  assert.equal(options?.sections, null);
});

test('the name of the file says what is made', () => {
  assert.equal(parseFilm(['flood', '--out', 'a.WEBM'])?.form, 'webm');
  const picture = parseFilm(['flood', '--out', 'a.gif', '--sections', 'one, two']);
  assert.deepEqual([picture?.form, picture?.fps, picture?.sections], ['gif', 12, ['one', 'two']]);
});

test('what cannot be is refused in words', () => {
  const refused = (args: readonly string[], words: RegExp): void => assert.throws(() => parseFilm(args), words);
  refused([], /Which story/);
  refused(['a', 'b'], /One story at a time; found a, b/);
  refused(['a', '--out', 'film.avi'], /ends in \.mp4, \.webm, \.gif, \.webp; found "film\.avi"/);
  refused(['a', '--fps', '0'], /--fps takes a whole number from 1 to 60; found "0"/);
  refused(['a', '--wpm', 'fast'], /--wpm takes a whole number/);
  refused(['a', '--theme', 'dusk'], /light, dark/);
  refused(['a', '--size', 'tall'], /--size takes two even numbers/);
  refused(['a', '--out', 'a.gif', '--audio', 'a.mp3'], /has no sound/);
});

test('help names every option', () => {
  assert.equal(parseFilm(['--help']), null);
  const options = [
    'locale',
    'size',
    'sections',
    'out',
    'fps',
    'wpm',
    'theme',
    'address',
    'captions',
    'audio',
    'poster',
  ];
  for (const name of [...options, 'site', 'afresh', 'help']) assert.ok(HELP.includes(`--${name}`), name);
});
