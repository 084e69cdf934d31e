import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { test } from 'node:test';
import { EDIT_ADDRESS } from '../../src/content/files/edit-address.ts';
import { CAMERA_OVERRIDE_EVENT } from '../../src/reader/explore/camera-override.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';
import { isText, textOf } from '../support/built-files.ts';
import { forEachSite } from '../support/each-site.ts';
import { foreignUrlsInCode, foreignUrlsInHtml } from '../support/foreign-urls.ts';

const MACHINE_PATHS = [PROJECT_ROOT, homedir(), '/node_modules/', 'file:///'].filter((path) => path.length > 1);

/** What author mode is made of, as it would be found whatever a build does to names. */
const AUTHOR_MODE = [
  CAMERA_OVERRIDE_EVENT,
  EDIT_ADDRESS,
  'author-mode',
  'author-panel',
  'data-do="use"',
  'astro-dev-toolbar',
];

forEachSite((site) => {
  test('no file fetches anything from another site', () => {
    const found = site.files.filter(isText).flatMap((file) => {
      const addresses = file.path.endsWith('.html') ? foreignUrlsInHtml(textOf(file)) : foreignUrlsInCode(textOf(file));
      return addresses.map((address) => `${file.path}: ${address}`);
    });
    assert.deepEqual(found, []);
  });

  test('no file tells where it was built', () => {
    const found = site.files.filter(isText).flatMap((file) => {
      const text = textOf(file);
      return MACHINE_PATHS.filter((path) => text.includes(path)).map((path) => `${file.path}: ${path}`);
    });
    assert.deepEqual(found, []);
  });

  test('no source map and no hidden file is published', () => {
    const found = site.files.filter(
      ({ path }) => path.endsWith('.map') || path.split('/').some((name) => /^\./.test(name)),
    );
    assert.deepEqual(
      found.map(({ path }) => path),
      [],
    );
  });

  test('nothing with which a story is written is published', () => {
    const found = site.files.filter(isText).flatMap((file) => {
      const text = textOf(file);
      return AUTHOR_MODE.filter((trace) => text.includes(trace)).map((trace) => `${file.path}: ${trace}`);
    });
    assert.deepEqual(found, []);
  });
});
