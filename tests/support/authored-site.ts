import assert from 'node:assert/strict';
import { join } from 'node:path';
import { IMPORT_EFFECTS, importCommand } from '../../src/cli/import.ts';
import { NEW_STORY_EFFECTS, newStoryCommand } from '../../src/cli/story-new.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';
import { assembledSiteOf, buildAssembled } from './build-site.ts';

const IMPORTS = join(PROJECT_ROOT, 'tests', 'fixtures', 'import');
const quiet = { print: () => {}, today: () => '2026-01-02' };

/** Stories of the site by slug, with where each comes from; null = scaffolded. */
export const AUTHORED: Readonly<Record<string, string | null>> = {
  'the-crossing': null,
  'from-template': 'template.js',
  'from-module': 'folder',
  'from-storymapjs': 'storymapjs.json',
  'from-geolibre': 'geolibre.json',
};

/** A site that nobody wrote: a scaffolded story and one imported from each other tool, built. */
export async function authoredSite(): Promise<string> {
  const site = await assembledSiteOf('authored', async (root) => {
    for (const [slug, input] of Object.entries(AUTHORED)) {
      const out = join(root, 'content', 'stories', slug);
      const code =
        input === null
          ? await newStoryCommand([slug, '--root', root], { ...NEW_STORY_EFFECTS, ...quiet })
          : await importCommand([join(IMPORTS, input), '--out', out, '--root', root], { ...IMPORT_EFFECTS, ...quiet });
      assert.equal(code, 0, slug);
    }
  });
  return (await buildAssembled(site)).dist;
}

/** A site with one scaffolded story, to be worked on. */
export function scaffoldedSite(name: string, slug: string): Promise<string> {
  return assembledSiteOf(name, async (root) => {
    assert.equal(await newStoryCommand([slug, '--root', root], { ...NEW_STORY_EFFECTS, ...quiet }), 0);
  });
}
