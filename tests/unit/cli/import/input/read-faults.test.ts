import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importText } from '../../../../support/imported.ts';

for (const [what, text, complaint] of [
  [
    'a JSON whose bracket is missing',
    '{\n "title": "T",\n "chapters": [\n {"id": "a"}\n',
    /line 3: a bracket is opened that nothing closes/,
  ],
  [
    'a JSON with a comma too many',
    '{\n "title": "T",\n "chapters": [{"id": "a"},]\n}',
    /line 3: something is missing or too much/,
  ],
  [
    'a script whose brace is missing',
    'var config = {\n  title: "T",\n  chapters: [{ id: "a" }],\n',
    /line 1: a brace is opened that nothing closes/,
  ],
  [
    'a script with words outside of quotation marks',
    'var config = {\n  title: The harbour\n};',
    /line 2: something is missing/,
  ],
  ['XML with an open tag', '<?xml version="1.0"?><kml><Document><name>A</Document></kml>', /not XML that can be read/],
] as const) {
  test(`told in words of its author: ${what}`, async () => {
    const { code, written, err } = await importText(text);
    assert.deepEqual([code, written], [2, {}]);
    assert.match(err, complaint);
    assert.doesNotMatch(err, /Unexpected|position \d|SyntaxError|token/);
  });
}

test('brackets in texts and remarks do not count', async () => {
  const { err } = await importText('{\n "title": "(((", \n "chapters": [ // [[[\n');
  assert.match(err, /line 3/);
});
