import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAnnotation } from '../../../../src/content/schema/annotation.ts';
import { textSchema } from '../../../../src/content/schema/documents.ts';
import { sectionSchema } from '../../../../src/content/schema/section.ts';

test('a year alone is a text where a text belongs', () => {
  const section = sectionSchema.parse({
    title: 1848,
    kicker: 1917,
    listNote: 1920,
    frame: { center: [0, 0], zoom: 3 },
  });
  assert.deepEqual([section.title, section.kicker, section.listNote], ['1848', '1917', '1920']);
  const raw = { kind: 'timeline', detail: [1840, 1849], events: [{ id: 'a', date: 1848, head: 1848 }] };
  const parsed: unknown = parseAnnotation(raw);
  assert.equal((parsed as { readonly events: readonly { readonly head: string }[] }).events[0]?.head, '1848');
  assert.equal(textSchema.parse(2019), '2019');
});
