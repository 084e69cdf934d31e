import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shrinkInlineScripts } from '../../../../src/site/plugins/minify-scripts.ts';

test('small scripts of a page lose what only their authors read, and nothing else is touched', () => {
  const data = '<script type="application/json">{ "a": "// not a comment" }</script>';
  const module = '<script type="module" src="a.js"></script>';
  const page = (script: string) => `<head><script>${script}</script>${data}${module}</head>`;
  const written = page('\n  // Why it is so.\n  (() => { const name = "$&"; document.title = name; })();\n');
  const shrunk = shrinkInlineScripts(written);
  assert.doesNotMatch(shrunk, /Why it is so/);
  assert.match(shrunk, /document\.title/);
  assert.ok(shrunk.includes('$&') && shrunk.includes(data) && shrunk.includes(module));
  assert.ok(shrunk.length < written.length);
});
