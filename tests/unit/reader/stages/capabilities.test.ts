import assert from 'node:assert/strict';
import { test } from 'node:test';
import { probeWebGl } from '../../../../src/reader/stages/capabilities.ts';

type Canvas = Parameters<typeof probeWebGl>[0];

test('the context asked for to see whether there is WebGL is given back', () => {
  let lost = 0;
  const loseContext = (): void => {
    lost += 1;
  };
  const canvas = {
    getContext: (kind: string) => {
      assert.equal(kind, 'webgl2');
      return { getExtension: (name: string) => (name === 'WEBGL_lose_context' ? { loseContext } : null) };
    },
  };
  assert.equal(probeWebGl(canvas as unknown as Canvas), true);
  assert.equal(lost, 1);
});

test('a browser that cannot give it back has WebGL none the less, and one without contexts has none', () => {
  assert.equal(probeWebGl({ getContext: () => ({ getExtension: () => null }) } as unknown as Canvas), true);
  assert.equal(probeWebGl({ getContext: () => null }), false);
});
