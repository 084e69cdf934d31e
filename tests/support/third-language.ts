import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';

const FIXTURE = join(PROJECT_ROOT, 'tests', 'fixtures', 'third-language');
const LOCALES_END = /\n\};\n$/;
const ENTRY = `
  ur: { numberingSystem: 'arabext' },`;

async function change(file: string, from: string | RegExp, to: (found: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `nothing to change in ${file}`);
  await writeFile(file, changed);
}

/** All that a language takes which the program does not know: an entry, a file of strings (here of some), a folder beside the others. */
export async function addThirdLanguage(root: string, slug: string): Promise<void> {
  const story = join(root, 'content', 'stories', slug);
  await change(join(root, 'src', 'i18n', 'locale-entries.ts'), LOCALES_END, (found) => ENTRY + found);
  await cp(join(FIXTURE, 'ur.json'), join(root, 'src', 'i18n', 'strings', 'ur.json'));
  await cp(join(FIXTURE, 'ur'), join(story, 'ur'), { recursive: true });
  await change(join(story, 'story.yaml'), 'locales: [en]', () => 'locales: [en, ur]');
}
