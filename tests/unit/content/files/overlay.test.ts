import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { overlay } from '../../../../src/content/files/overlay.ts';

const BASE = {
  title: 'The harbour',
  frame: { places: ['harbour'], radiusKm: 4 },
  annotations: [
    { kind: 'callout', id: 'mill', head: 'The mill', at: 'mill' },
    { kind: 'scale-bar' },
    { kind: 'callout', id: 'bridge', head: 'The bridge' },
  ],
};

const json = fc.jsonValue({ maxDepth: 3 });

test('a translation of nothing is the original, whatever it is', () => {
  fc.assert(
    fc.property(json, (base) => {
      for (const nothing of [undefined, null, '']) assert.deepEqual(overlay(base, nothing), base);
    }),
  );
});

test('what says the same says the same', () => {
  assert.deepEqual(overlay(BASE, BASE), BASE);
});

test('words are laid over words, and all else stays', () => {
  const over = { title: 'الميناء' };
  assert.deepEqual(overlay(BASE, over), { ...BASE, title: 'الميناء' });
});

test('items of a list are found by their id, in whatever order they are translated', () => {
  const over = {
    annotations: [
      { id: 'bridge', head: 'الجسر' },
      { id: 'mill', head: 'الطاحونة' },
    ],
  };
  const { annotations } = overlay(BASE, over) as typeof BASE;
  assert.deepEqual(
    annotations.map(({ head }) => head),
    ['الطاحونة', undefined, 'الجسر'],
  );
  assert.equal(annotations[0]?.at, 'mill');
});

test('one that names no id goes by its kind', () => {
  const over = { annotations: [{ kind: 'scale-bar', label: 'كم' }] };
  const { annotations } = overlay(BASE, over) as typeof BASE;
  assert.deepEqual(annotations[1], { kind: 'scale-bar', label: 'كم' });
  assert.equal(annotations.length, 3);
});

test('a list of mere words goes by its places, and a translation cannot make it longer', () => {
  assert.deepEqual(overlay(['a', 'b'], ['x', '', 'z']), ['x', 'b']);
});

test('a translation of another shape is none: the original stays', () => {
  assert.deepEqual(overlay({ frame: { zoom: 4 } }, { frame: 'near' }), { frame: { zoom: 4 } });
  assert.deepEqual(overlay(['a'], { 0: 'x' }), ['a']);
});

test('names that every object has are members like any other, and change nothing else', () => {
  const over = JSON.parse('{"__proto__": {"polluted": true}, "constructor": "x"}');
  overlay({}, over);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});
