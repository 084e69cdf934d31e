import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Account, leavesOf, pathText } from '../../../../../src/cli/import/report/account.ts';

test('a path is written as a script would write it', () => {
  assert.equal(pathText(['chapters', 3, 'location', 'zoom']), 'chapters[3].location.zoom');
  assert.equal(pathText(['a b', 'c']), '["a b"].c');
});

test('the nearest verdict counts, and what nobody spoke of is dropped with its words', () => {
  const account = new Account();
  account.say(['a'], 'kept', 'whole');
  account.say(['a', 'b'], 'dropped', 'this part not');
  const entries = account.settle({ a: { b: 1, c: 2 }, d: 'words', e: '', f: [] });
  const told = entries.map(({ path, verdict, leaves }) => [pathText(path), verdict, leaves]);
  assert.deepEqual(told, [
    ['a', 'kept', 1],
    ['a.b', 'dropped', 1],
    ['d', 'dropped', 1],
    ['e', 'kept', 1],
    ['f', 'kept', 1],
  ]);
  assert.match(entries.find(({ path }) => path[0] === 'd')?.what ?? '', /words/);
});

test('a part of the story is that of the nearest path that was assigned to one', () => {
  const account = new Account();
  account.assign(['chapters', 0], 'first');
  account.assign(['chapters', 1], 'second');
  account.say(['chapters', 1, 'title'], 'kept', 'the heading');
  const [entry] = account.settle({ chapters: [{}, { title: 'B' }] });
  assert.deepEqual([entry?.part, entry?.what], ['second', 'title']);
});

test('whatever is said of whatever input, every leaf has exactly one verdict', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(value, fc.array(fc.nat(), { maxLength: 6 }), (root, picks) => {
      const account = new Account();
      const leaves = leavesOf(root);
      for (const pick of picks) {
        const path = leaves[pick % leaves.length]?.path ?? [];
        account.say(path.slice(0, pick % (path.length + 1)), 'approximated', 'somehow');
      }
      const counted = account.settle(root).reduce((sum, { leaves: own }) => sum + own, 0);
      assert.equal(counted, leaves.length);
    }),
    { numRuns: 200 },
  );
});

test('much that is unknown is told by its branches', () => {
  const many = { layers: [{ data: Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, at])) }] };
  const entries = new Account().settle(many);
  assert.deepEqual(
    entries.map(({ path, leaves }) => [pathText(path), leaves]),
    [['layers[0].data', 500]],
  );
});
