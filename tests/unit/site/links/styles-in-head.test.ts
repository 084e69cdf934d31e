import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withStylesInHead } from '../../../../src/site/links/styles-in-head.ts';

const own = (rules: string): string => `<style data-own-style>${rules}</style>`;

test('styles of a story’s components stand in the head, each once, in the order of the text', () => {
  const html = `<head><style>p{}</style></head><main>${own('.b{$&}')}<p>x</p>${own('.a{}')}${own('.b{$&}')}</main>`;
  assert.equal(
    withStylesInHead(html),
    '<head><style>p{}</style><style>.b{$&}</style><style>.a{}</style></head><main><p>x</p></main>',
  );
});

test('a page without them is left as it is, and so are styles of drawings', () => {
  const html = '<head></head><svg><style>.c{}</style></svg>';
  assert.equal(withStylesInHead(html), html);
});
