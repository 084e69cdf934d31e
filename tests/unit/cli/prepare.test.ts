import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInstalled, withoutNotices } from '../../../src/cli/prepare.mjs';

const lock = (packages: Record<string, { version?: string; optional?: boolean }>) => ({
  packages: { '': { version: '0.1.0' }, ...packages },
});

test('nothing installed is not installed', () => assert.equal(isInstalled(lock({}), null), false));

test('the same versions are installed, whatever else lies about', () => {
  const wanted = lock({ 'node_modules/a': { version: '1.0.0' } });
  assert.equal(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': {} })), true);
});

test('another version or a missing package is not installed', () => {
  const wanted = lock({ 'node_modules/a': { version: '1.0.0' } });
  assert.equal(isInstalled(wanted, lock({ 'node_modules/a': { version: '1.0.1' } })), false);
  assert.equal(isInstalled(wanted, lock({})), false);
});

test("another machine's packages may be missing, but not differ", () => {
  const wanted = lock({ 'node_modules/a-win32': { version: '1.0.0', optional: true } });
  assert.equal(isInstalled(wanted, lock({})), true);
  assert.equal(isInstalled(wanted, lock({ 'node_modules/a-win32': { version: '0.9.0' } })), false);
});

test('of what npm says only the errors remain', () => {
  const said =
    'npm warn EBADENGINE Unsupported engine {\nnpm notice new version\n\nnpm error code E404\nnpm error 404 not found';
  assert.equal(withoutNotices(said), 'npm error code E404\nnpm error 404 not found');
});
