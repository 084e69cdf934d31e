import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildEffects, buildIfNeeded } from '../../src/cli/build.ts';
import { PROJECT_ROOT } from '../../src/cli/project-root.ts';

/** `main` is the project itself; any other site is its program with the content of `tests/fixtures/sites/<name>/`. */
export const SITES = ['main', 'volcano'] as const;
export type SiteName = (typeof SITES)[number];

/** What a fixture site shares with the project. Basemaps are content: a fixture brings its own. */
const SHARED = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'] as const;

/** Below the project, so that the fixture finds the project's `node_modules`. */
export function siteRoot(name: SiteName): string {
  return name === 'main' ? PROJECT_ROOT : join(PROJECT_ROOT, 'tests', '.sites', name);
}

async function assemble(root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const path of [...SHARED, 'content']) await rm(join(root, path), { recursive: true, force: true });
  for (const path of SHARED) await cp(join(PROJECT_ROOT, path), join(root, path), { recursive: true });
  await rm(join(root, 'public', 'basemap'), { recursive: true, force: true });
}

async function assembleFixture(name: SiteName): Promise<void> {
  const root = siteRoot(name);
  await assemble(root);
  const fixture = join(PROJECT_ROOT, 'tests', 'fixtures', 'sites', name);
  for (const path of ['content', 'public']) {
    if (existsSync(join(fixture, path))) await cp(join(fixture, path), join(root, path), { recursive: true });
  }
}

async function build(name: string, root: string): Promise<string> {
  const said: string[] = [];
  const isBuilt = await buildIfNeeded(root, { ...buildEffects, print: (line) => said.push(line) });
  if (!isBuilt) throw new Error(`The site "${name}" does not build.\n${said.join('\n')}`);
  return join(root, 'dist');
}

/**
 * The folder with the built site; builds it when its sources differ from those of the last build.
 * @throws when the build fails, with what it said
 */
export async function builtSite(name: SiteName): Promise<string> {
  if (name !== 'main') await assembleFixture(name);
  return build(name, siteRoot(name));
}

/** A site put together but not built, whose content is written by `fill` into the folder it is given. */
export async function assembledSiteOf(name: string, fill: (root: string) => Promise<void>): Promise<string> {
  const root = join(PROJECT_ROOT, 'tests', '.sites', name);
  await assemble(root);
  await fill(root);
  return root;
}

/** The same, built. */
export async function builtSiteOf(name: string, fill: (root: string) => Promise<void>): Promise<string> {
  return build(name, await assembledSiteOf(name, fill));
}
