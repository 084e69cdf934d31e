import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';
import { forSite } from '../support/each-site.ts';

const SLUG = 'tell-a-story';
const FOLDER = join(PROJECT_ROOT, 'content', 'stories', SLUG);

/** The parser gives text as it stands in the page. */
const readable = (text: string): string =>
  text
    .replace(/&(?:lt|#60|#x3c);/gi, '<')
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replaceAll('&amp;', '&');

forSite('main', (site) => {
  const guides = () => site.pages.filter(({ path }) => /^(en|ar)\/tell-a-story\/index\.html$/.test(path));

  test('the guide shows lines that stand in its files, as many on each card as can be read at once', async () => {
    const pages = guides();
    assert.equal(pages.length, 2);
    for (const { path, document } of pages) {
      const figures = document.querySelectorAll('figure.code');
      assert.ok(figures.length >= 10, `${path} has ${figures.length}`);
      for (const figure of figures) {
        const file = figure.querySelector('figcaption')?.textContent.trim() ?? '';
        const code = readable(figure.querySelector('pre')?.textContent ?? '');
        const lines = code.split('\n').length;
        assert.ok(lines >= 4 && lines <= 8, `${path}: ${file} shows ${lines} lines`);
        assert.ok((await readFile(join(FOLDER, file), 'utf8')).includes(`${code}\n`), `${path}: ${file}`);
      }
    }
  });

  test('the report of the importer that the guide shows has something of every verdict', () => {
    for (const { path, document } of guides()) {
      const report = document.querySelector('.import-report')?.textContent ?? '';
      for (const verdict of [/dropped\s+\S/, /approximated\s+\S/, /kept\s+\S/]) assert.match(report, verdict, path);
    }
  });

  test('the message of the check that the guide shows is one the check gives', () => {
    for (const { path, document } of guides()) {
      const message = document.querySelector('.check-message')?.textContent ?? '';
      assert.match(message, /^\s*UnexplainedNumeral — content\/stories\/tell-a-story\/en\/30-a-way\.mdx:\d+:/, path);
    }
  });
});
