import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFromOwnPage } from '../../../../src/site/authoring/own-origin.ts';

const own = { host: 'localhost:4321', origin: 'http://localhost:4321' };

test('edits are taken from the server’s own pages, at this machine or at an address', () => {
  assert.ok(isFromOwnPage(own));
  assert.ok(isFromOwnPage({ ...own, 'sec-fetch-site': 'same-origin' }));
  assert.ok(isFromOwnPage({ host: '192.168.0.5:4321', origin: 'http://192.168.0.5:4321' }));
  assert.ok(isFromOwnPage({ host: '[::1]:4321', origin: 'http://[::1]:4321' }));
});

test('and from nowhere else', () => {
  for (const headers of [
    {},
    { host: own.host },
    { ...own, origin: 'null' },
    { ...own, origin: 'http://localhost:4322' },
    { ...own, origin: 'https://example.org' },
    { ...own, 'sec-fetch-site': 'cross-site' },
    // A name of somebody else's that leads here.
    { host: 'rebound.example.org:4321', origin: 'http://rebound.example.org:4321' },
    { host: 'localhost.example.org:4321', origin: 'http://localhost.example.org:4321' },
  ])
    assert.ok(!isFromOwnPage(headers), JSON.stringify(headers));
});
