import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPolicy } from '../../../src/site/page-policy.ts';

const page = (body: string): string => `<!doctype html><head><meta charset="utf-8"></head><body>${body}</body>`;
const policyOf = (html: string): string =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const scriptSources = (html: string): string => /script-src ([^;]*)/.exec(policyOf(html))?.[1] ?? '';

test('a script of the page is allowed by its hash', () => {
  // The hash of "alert(1)" as browsers compute it.
  const html = addPolicy(page('<script>alert(1)</script>'));
  assert.equal(scriptSources(html), "'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
});

test('files and data need no hash, and the same script needs one', () => {
  const data = '<script type="application/json">{}</script><script type="module" src="/a.js"></script>';
  assert.equal(scriptSources(addPolicy(page(data))), "'self'");
  const twice = scriptSources(addPolicy(page('<script>a()</script><script>a()</script>')));
  assert.equal(twice.split(' ').length, 2);
});

test('no script is allowed for being in the page, and none may be made of text', () => {
  const sources = scriptSources(addPolicy(page('<script>a()</script>')));
  assert.doesNotMatch(sources, /unsafe|\*|data:|http/);
});
