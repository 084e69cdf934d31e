import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrowStep, type Pressed } from '../../../../src/embed/frame/arrow-step.ts';

const NOTHING: Omit<Pressed, 'key'> = {
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  defaultPrevented: false,
  isComposing: false,
};

test('a bare arrow steps the way it points, in the direction of reading', () => {
  assert.equal(arrowStep({ ...NOTHING, key: 'ArrowRight' }, 'ltr'), 1);
  assert.equal(arrowStep({ ...NOTHING, key: 'ArrowLeft' }, 'ltr'), -1);
  assert.equal(arrowStep({ ...NOTHING, key: 'ArrowRight' }, 'rtl'), -1);
  assert.equal(arrowStep({ ...NOTHING, key: 'ArrowLeft' }, 'rtl'), 1);
});

test('no key steps that has a modifier, is taken by somebody else, or writes', () => {
  const arbitraryKey = fc.record({
    key: fc.constantFrom('ArrowLeft', 'ArrowRight'),
    altKey: fc.boolean(),
    ctrlKey: fc.boolean(),
    metaKey: fc.boolean(),
    shiftKey: fc.boolean(),
    defaultPrevented: fc.boolean(),
    isComposing: fc.boolean(),
  });
  fc.assert(
    fc.property(arbitraryKey, fc.constantFrom('ltr', 'rtl'), (pressed, dir) => {
      const { key, ...rest } = pressed;
      assert.equal(arrowStep({ key, ...rest }, dir) === null, Object.values(rest).includes(true));
    }),
  );
});

test('no other key steps', () => {
  for (const key of ['ArrowUp', 'ArrowDown', 'Home', 'End', ' ', 'a', 'Enter', 'Escape']) {
    assert.equal(arrowStep({ ...NOTHING, key }, 'ltr'), null, key);
  }
});
