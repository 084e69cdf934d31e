import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editionNews } from '../../../../src/reader/loading/newer-edition.ts';

test('a story whose worker the server no longer has is gone, whatever else is known', () => {
  for (const status of [404, 410])
    for (const isNewer of [true, false]) assert.equal(editionNews(status, isNewer), 'gone');
});

test('an edition that has come whole and waits is news', () => {
  for (const status of [200, 304, null]) assert.equal(editionNews(status, true), 'newer');
});

test('neither a server that cannot be asked nor one that fails says anything of the story', () => {
  for (const status of [null, 500, 503, 200]) assert.equal(editionNews(status, false), null);
});
