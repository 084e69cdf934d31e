import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HELP, parseStill } from '../../../../src/cli/still/options.ts';
import { progressOf } from '../../../../src/cli/still.ts';

test('a picture for print by default, in type that fits its size', () => {
  const options = parseStill(['flood', '--section', 'dam']);
  assert.deepEqual(
    [options?.width, options?.height, options?.scale, options?.format, options?.at],
    [3000, 2000, 2.5, 'png', 0.5],
  );
});

test('the name of the file may say the format', () => {
  assert.equal(parseStill(['flood', '--section', 'dam', '--out', 'a.svg'])?.format, 'svg');
  assert.equal(parseStill(['flood', '--section', 'dam', '--out', 'a', '--format', 'pdf'])?.format, 'pdf');
});

test('what cannot be is refused in words', () => {
  const refused = (args: readonly string[], words: RegExp): void => assert.throws(() => parseStill(args), words);
  refused([], /Which story/);
  refused(['a'], /Which section/);
  refused(['a', 'b', '--section', 'c'], /One story at a time/);
  refused(['a', '--section', 'c', '--size', '9x9'], /such as 3000x2000; found "9x9"/);
  refused(['a', '--section', 'c', '--at', '2'], /--at takes a number from 0 to 1; found "2"/);
  refused(['a', '--section', 'c', '--at', ''], /--at takes a number/);
  refused(['a', '--section', 'c', '--text', 'paths'], /--text takes letters, outlines; found "paths"/);
  refused(['a', '--section', 'c', '--out', 'a.tif'], /--format takes png, svg, pdf; found "tif"/);
});

test('a section is found by its name, or the nearest one is told', () => {
  const sections = ['opening', 'the-dam', 'flood', 'after'];
  assert.equal(progressOf(sections, { section: 'flood', at: 0.5 }), 0.625);
  assert.throws(() => progressOf(sections, { section: 'the-damm', at: 0 }), /no section "the-damm".*the-dam/);
});

test('help names every option', () => {
  assert.equal(parseStill(['--help']), null);
  const names = ['section', 'at', 'locale', 'size', 'scale', 'format', 'text', 'theme', 'out', 'site', 'help'];
  for (const name of names) assert.ok(HELP.includes(`--${name}`), name);
});
