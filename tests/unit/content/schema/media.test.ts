import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaSchema } from '../../../../src/content/schema/media.ts';

test('a switch that YAML takes for a word is no reason to hide a picture', () => {
  const said = (sensitive: unknown) => mediaSchema.safeParse({ 'a.jpg': { sensitive } });
  for (const good of [true, false, 'A wounded man.', { en: 'A wounded man.', ar: 'رجل جريح.' }]) {
    assert.ok(said(good).success, String(good));
  }
  for (const bad of ['yes', 'No', 'on', 'off']) {
    assert.match(String(said(bad).error?.issues[0]?.message), /true, or why, in words/, bad);
  }
});
