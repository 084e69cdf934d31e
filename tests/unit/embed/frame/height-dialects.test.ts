import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { heightDialects } from '../../../../src/embed/frame/height-dialects.ts';

const heights = fc.integer({ min: 1, max: 500_000 });

test('the height is the same in every dialect', () => {
  fc.assert(
    fc.property(heights, (height) => {
      const { amp, datawrapper } = heightDialects(height, null);
      assert.deepEqual(amp, { sentinel: 'amp', type: 'embed-size', height });
      assert.deepEqual(datawrapper, { 'datawrapper-height': { story: height } });
    }),
  );
});

test('Pym is spoken to under the id that Pym gave, as pym.js reads messages, and else not at all', () => {
  fc.assert(
    fc.property(heights, (height) => {
      const { pym } = heightDialects(height, 'story-0');
      const [, type, value] = /^pymxPYMxstory-0xPYMx(\S+)xPYMx(.*)$/.exec(pym ?? '') ?? [];
      assert.deepEqual([type, Number(value)], ['height', height]);
      assert.equal(heightDialects(height, null).pym, null);
    }),
  );
});
