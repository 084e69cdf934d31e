import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScrollFrame } from '../../../src/cli/bench/measure-scroll.ts';
import { quantile, renderScrollTable } from '../../../src/cli/bench/scroll-table.ts';
import { parseBench } from '../../../src/cli/bench.ts';

test('a quantile is the least value that the share does not exceed', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(quantile(values, 0.5), 50);
  assert.equal(quantile(values, 0.95), 95);
  assert.equal(quantile([7], 0.95), 7);
  assert.equal(quantile([], 0.5), 0);
});

test('the table has all frames first, then each section, in equal columns', () => {
  const frame = (section: string, mainMs: number): ScrollFrame => ({ section, mainMs, intervalMs: mainMs * 2 });
  const lines = renderScrollTable('nile', [frame('source', 4), frame('source', 6), frame('delta', 100)]).split('\n');
  assert.match(lines[1] ?? '', /^nile +3 +6\.0 +100\.0 +12\.0 +200\.0$/);
  assert.match(lines[2] ?? '', /^ {2}source +2 +4\.0 +6\.0 +8\.0 +12\.0$/);
  assert.match(lines[3] ?? '', /^ {2}delta +1 +100\.0/);
  assert.equal(new Set(lines.map(({ length }) => length)).size, 1);
});

test('the command line is read, and what it does not know is refused', () => {
  assert.equal(parseBench(['--help']), null);
  assert.deepEqual(parseBench(['--size', 'phone', '--story', 'nile']), {
    story: 'nile',
    sizes: ['phone'],
    slowdown: 4,
    site: null,
  });
  assert.deepEqual(parseBench([])?.sizes, ['desktop', 'phone']);
  assert.throws(() => parseBench(['--size', 'watch']), { message: /desktop or phone; found "watch"/ });
  assert.throws(() => parseBench(['--slowdown', '0']), { message: /from 1; found "0"/ });
});
