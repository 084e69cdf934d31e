import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { embedSnippets, SNIPPET_NAMES } from '../../../src/embed/snippets.ts';
import { PROJECT_ROOT } from '../../../src/site/content/project-root.ts';

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

test('where the script does not come readers have a link, and the guide’s first snippet is this one', async () => {
  const { script } = embedSnippets({
    title: 'The story',
    standfirst: '',
    page: 'https://maps.example/en/the-story/',
    loader: 'https://maps.example/embed.js',
  });
  assert.match(
    script,
    /<story-embed [^>]*><a href="https:\/\/maps\.example\/en\/the-story\/">The story<\/a><\/story-embed>/,
  );
  const guide = await readFile(join(PROJECT_ROOT, 'content', 'EMBED.md'), 'utf8');
  // Where its lines break is of no matter.
  const flat = (html: string): string => html.replaceAll(/\s*([<>])\s*/g, '$1');
  assert.equal(flat(/```html\n([\s\S]*?)\n```/.exec(guide)?.[1] ?? ''), flat(script));
});

test('no snippet keeps a place in heights of the window alone, which grows with its content in a preview', () => {
  for (const name of SNIPPET_NAMES) {
    assert.doesNotMatch(snippets[name].replaceAll(/min\(100vh,\d+px\)/g, ''), /\d(vh|vmax)/, name);
  }
});
