import assert from 'node:assert/strict';
import { join } from 'node:path';
import { IMPORT_EFFECTS } from '../../src/cli/import/import-effects.ts';
import { importCommand } from '../../src/cli/import.ts';
import { NEW_STORY_EFFECTS, newStoryCommand } from '../../src/cli/story-new.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';

const IMPORTS = join(PROJECT_ROOT, 'tests', 'fixtures', 'import');
const quiet = { print: () => {}, today: () => '2026-01-02' };

/** A story as `npm run story:new` writes it. */
export const SCAFFOLDED = 'the-crossing';

/** Imported stories by slug, from other tools: with and without media, layers and places. */
const IMPORTED: Readonly<Record<string, string>> = {
  'from-template': 'template.js',
  'from-fork': 'harbour',
  'from-storymapjs': 'islands',
  'from-geolibre': 'rivers',
};

export const AUTHORED: readonly string[] = [SCAFFOLDED, ...Object.keys(IMPORTED)];

export async function addNewStory(root: string, slug: string): Promise<void> {
  assert.equal(await newStoryCommand([slug, '--root', root], { ...NEW_STORY_EFFECTS, ...quiet }), 0, slug);
}

/** Adds the stories that nobody wrote to the site in `root`. */
export async function addAuthoredStories(root: string): Promise<void> {
  await addNewStory(root, SCAFFOLDED);
  for (const [slug, input] of Object.entries(IMPORTED)) {
    const out = join(root, 'content', 'stories', slug);
    const args = [join(IMPORTS, input), '--out', out, '--root', root, '--no-basemap'];
    assert.equal(await importCommand(args, { ...IMPORT_EFFECTS, ...quiet }), 0, slug);
  }
}
