import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedSnippets, SNIPPET_NAMES } from '../../../src/embed/snippets.ts';

const subject = {
  title: 'Rise & "fall" <of a town>',
  standfirst: 'Two <b>weeks</b>.',
  page: 'https://example.org/stories/en/town/',
  loader: 'https://example.org/stories/embed.js',
};
const snippets = embedSnippets(subject);

test('every snippet leads to the story by a whole address', () => {
  for (const name of SNIPPET_NAMES) assert.ok(snippets[name].includes(`"${subject.page}`), name);
});

test('no snippet lets a title or a standfirst become mark-up', () => {
  for (const name of SNIPPET_NAMES) {
    assert.ok(!/<of|<b>/.test(snippets[name]), name);
    assert.ok(snippets[name].includes('Rise &amp; &quot;fall&quot;'), name);
  }
});

test('every frame has a name and sends no referrer', () => {
  for (const name of ['iframe', 'wordpress'] as const) {
    assert.match(snippets[name], /<iframe [^>]*title="[^"]+"[^>]*referrerpolicy="no-referrer"/, name);
  }
});

test('what needs the loader brings it, and what shall work without script does not', () => {
  for (const name of SNIPPET_NAMES) {
    assert.equal(snippets[name].includes(subject.loader), name === 'script' || name === 'wordpress', name);
  }
});
