import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedPaints } from '../../../../../src/reader/stages/light/named-paints.ts';

const plain = { emphasis: {}, tints: [], wash: 0 };

test('two sections with the same map are one paint, whole all the way', () => {
  const paints = [
    { mood: 'paper', layers: plain, weight: 0.3 },
    { mood: 'paper', layers: { ...plain }, weight: 0.7 },
  ] as const;
  assert.deepEqual(
    namedPaints(paints, 'light').map(({ weight }) => weight),
    [1],
  );
});

test('another mood, other layers and another theme have names of their own', () => {
  const paints = [
    { mood: 'paper', layers: plain, weight: 0.2 },
    { mood: 'night', layers: plain, weight: 0.3 },
    { mood: 'paper', layers: { ...plain, wash: 0.5 }, weight: 0.5 },
  ] as const;
  const names = [...namedPaints(paints, 'light'), ...namedPaints(paints, 'dark')].map(({ name }) => name);
  assert.equal(new Set(names).size, 6);
});
