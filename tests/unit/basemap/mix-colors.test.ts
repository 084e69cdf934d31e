import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixColors } from '../../../src/basemap/mix-colors.ts';

test('one colour, whatever its weight, is itself', () => {
  assert.equal(mixColors([['#a63a22', 0.3]]), '#a63a22');
  assert.equal(mixColors([['#8A642057', 2]]), '#8a642057');
});

test('equal parts of black and white are the grey between', () => {
  assert.equal(
    mixColors([
      ['#000000', 1],
      ['#ffffff', 1],
    ]),
    '#808080',
  );
});

test('alpha is mixed like the other channels', () => {
  assert.equal(
    mixColors([
      ['#00000000', 1],
      ['#000000', 1],
    ]),
    '#00000080',
  );
});
