import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearestName, suggestName } from '../../../../../src/content/files/nearest.ts';
import {
  buildProblem,
  errorsOf,
  PROBLEMS,
  renderProblem,
  sortProblems,
} from '../../../../../src/content/lint/diagnostics/problems.ts';

test('a problem without a field is a sentence about the file', () => {
  const problem = buildProblem('MissingFile', { file: 'content/stories/x/facts.yaml' }, {});
  assert.equal(
    renderProblem(problem),
    '**MissingFile** — `content/stories/x/facts.yaml`: This file is missing. Create it. See content/README.md#MissingFile',
  );
});

test('problems are sorted by file, then by line, whatever order they come in', () => {
  const place = fc.record({ file: fc.constantFrom('a', 'b', 'c'), line: fc.option(fc.integer({ min: 1, max: 99 })) });
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const sorted = sortProblems(places.map((where) => buildProblem('NotUtf8', where, {})));
      const keys = sorted.map(({ file, line }) => `${file}${String(line ?? 0).padStart(3, '0')}`);
      assert.deepEqual(keys, [...keys].sort());
    }),
  );
});

test('warnings are no errors', () => {
  assert.deepEqual(errorsOf([buildProblem('CardTooLong', { file: 'a' }, { words: 120 })]), []);
});

test('every problem has a title of its own', () => {
  const titles = Object.values(PROBLEMS).map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});

test('a slip of the pen finds the name meant; a strange name finds none', () => {
  const names = ['callout', 'ring', 'route'];
  assert.equal(nearestName('calout', names), 'callout');
  assert.equal(nearestName('Ring', names), 'ring');
  assert.equal(nearestName('explosion', names), null);
  assert.equal(suggestName('explosion', names), 'There are: `callout`, `ring`, `route`.');
  assert.equal(suggestName('anything', []), 'There are none yet.');
});
