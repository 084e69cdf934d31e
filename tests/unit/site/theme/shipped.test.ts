import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../../../src/site/content/project-root.ts';
import { readTheme, themeNames } from '../../../../src/site/content/publisher/read-theme.ts';
import { DISK } from '../../../../src/site/content/read-content.ts';
import { pageStyleSheet, printStyleSheet } from '../../../../src/site/theme/page-style-sheet.ts';
import { SHIPPED_MODULES } from '../../../../src/site/theme/theme-modules.ts';

const themes = await Promise.all(
  (await themeNames('/nowhere', DISK)).map(async (name) => ({ name, ...(await readTheme('/nowhere', name)) })),
);

test('every theme that comes with the program is whole and can be read', () => {
  assert.ok(themes.some(({ name }) => name === 'paper'));
  for (const { name, theme, problems } of themes) {
    assert.ok(theme, name);
    assert.deepEqual(problems, [], name);
  }
});

test('the modules of the sources are those of the shipped theme', async () => {
  const { theme } = await readTheme('/nowhere', 'paper');
  assert.ok(theme);
  for (const [path, render] of Object.entries(SHIPPED_MODULES)) {
    const committed = await readFile(join(PROJECT_ROOT, path), 'utf8');
    assert.equal(committed, await render(theme), `${path}: run npm run theme -- --write`);
  }
});

test('style sheets of each theme are whole: braces close, no value is missing, and paper is never dark', () => {
  for (const { name, theme } of themes) {
    assert.ok(theme);
    const [page, print] = [pageStyleSheet(theme), printStyleSheet(theme)];
    for (const sheet of [page, print]) {
      assert.equal(sheet.split('{').length, sheet.split('}').length, name);
      assert.doesNotMatch(sheet, /undefined|NaN|null|: ;/, name);
    }
    assert.ok(page.includes('@media screen and (prefers-color-scheme: dark)'));
    assert.ok(page.includes('@media screen {\n  :root[data-theme="dark"]'));
    assert.match(print, /--paper: #ffffff/);
  }
});
