import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildEffects, buildIfNeeded } from '../../src/cli/build.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';

/** `main` is the project itself; any other site is its program with the content of `tests/fixtures/sites/<name>/`. */
export const SITES = ['main', 'volcano'] as const;
export type SiteName = (typeof SITES)[number];

/** The story of a site that tests mean where they say no other. */
export const STORY_OF: Readonly<Record<SiteName, string>> = { main: 'maaret-al-numan', volcano: 'eyjafjallajokull' };

/** What a fixture site shares with the project. Basemaps are content: a fixture brings its own. */
const SHARED = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'] as const;

/** Below the project, so that the fixture finds the project's `node_modules`. */
export function siteRoot(name: SiteName): string {
  return name === 'main' ? PROJECT_ROOT : join(PROJECT_ROOT, 'tests', '.sites', name);
}

/** Where the content of a site comes from. */
const fixtureOf = (name: SiteName): string =>
  name === 'main' ? PROJECT_ROOT : join(PROJECT_ROOT, 'tests', 'fixtures', 'sites', name);

/** The program as it is, without content or basemaps. */
async function assembleProgram(root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const path of [...SHARED, 'content']) await rm(join(root, path), { recursive: true, force: true });
  for (const path of SHARED) await cp(join(PROJECT_ROOT, path), join(root, path), { recursive: true });
  await rm(join(root, 'public', 'basemap'), { recursive: true, force: true });
}

/** Puts a site together: the program as it is, content and public files from `fixture`. */
export async function assembleSite(root: string, fixture: string): Promise<void> {
  await assembleProgram(root);
  for (const path of ['content', 'public']) {
    if (existsSync(join(fixture, path))) await cp(join(fixture, path), join(root, path), { recursive: true });
  }
}

/**
 * The folder with the built site; builds it when its sources differ from those of the last build.
 * @throws when the build fails, with what it said
 */
export async function builtSite(name: SiteName): Promise<string> {
  const root = siteRoot(name);
  if (name !== 'main') await assembleSite(root, fixtureOf(name));
  return (await buildAssembled(root)).dist;
}

/** The same site built once more, from a copy of its sources in another folder. */
export async function builtAgain(name: SiteName): Promise<string> {
  const root = join(PROJECT_ROOT, 'tests', '.sites', `${name}-again`);
  await assembleSite(root, fixtureOf(name));
  return (await buildAssembled(root)).dist;
}

/** Builds what stands in a site's folder, unless it is built already; also says what the builder warned of. */
export async function buildAssembled(root: string): Promise<{ readonly dist: string; readonly said: string }> {
  const lines: string[] = [];
  const isBuilt = await buildIfNeeded(root, { ...buildEffects, print: (line) => lines.push(line) });
  if (!isBuilt) throw new Error(`The site in ${root} does not build.\n${lines.join('\n')}`);
  return { dist: join(root, 'dist'), said: lines.join('\n') };
}

/** A site put together but not built, whose content is written by `fill` into the folder it is given. */
export async function assembledSiteOf(name: string, fill: (root: string) => Promise<void>): Promise<string> {
  const root = join(PROJECT_ROOT, 'tests', '.sites', name);
  await assembleProgram(root);
  await fill(root);
  return root;
}
