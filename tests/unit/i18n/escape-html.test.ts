import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { escapeHtml } from '../../../src/i18n/escape-html.ts';

test('escaped text is read back as it was, as content and in attributes', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'a&<>"\';#ب') });
  fc.assert(
    fc.property(signs, (text) => {
      const [first, second] = parseFragment(
        `<i a="${escapeHtml(text)}">${escapeHtml(text)}</i><i a='${escapeHtml(text)}'>`,
      ).childNodes;
      assert.ok(first && 'attrs' in first && second && 'attrs' in second);
      assert.equal(first.attrs[0]?.value, text);
      assert.equal(second.attrs[0]?.value, text);
      const content = first.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      assert.equal(content, text);
    }),
  );
});
