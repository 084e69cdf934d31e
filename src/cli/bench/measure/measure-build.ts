import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Basemap } from '../../../basemap/basemap.ts';
import { PROJECT_ROOT } from '../../../site/content/project-root.ts';
import { readBasemaps } from '../../../site/content/read-content.ts';
import { buildEffects, buildSite } from '../../build.ts';
import { benchStory } from '../bench-story.ts';

/** How long a site of so many stories took to build. */
export interface BuildRun {
  readonly stories: number;
  /** Of each story. */
  readonly sections: number;
  readonly seconds: number;
  /** The same once more, with the pictures that the first build kept; absent where that was not measured. */
  readonly againSeconds?: number;
  /** Of everything built. */
  readonly bytes: number;
}

/** What a site is made of besides its content. */
const PROGRAM = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'] as const;

/**
 * A site of so many generated stories, without anything built before.
 * @param own a basemap to write, for the stories to stand on; else one of the project's
 * @param write makes the files of each story
 * @returns its folder, which lies below the project, so that the site finds its packages
 */
export async function writeBenchSite(
  count: number,
  sections?: number,
  own?: Basemap,
  write: typeof benchStory = benchStory,
): Promise<string> {
  const root = join(PROJECT_ROOT, '.cache', 'bench');
  const [given] = Object.values(await readBasemaps(join(PROJECT_ROOT, 'public', 'basemap')));
  const basemap = own ?? given;
  if (!basemap) throw new Error('There is no basemap in public/basemap.');
  await rm(root, { recursive: true, force: true });
  for (const path of PROGRAM) await cp(join(PROJECT_ROOT, path), join(root, path), { recursive: true });
  if (own) await writeFile(join(root, 'public', 'basemap', `${own.meta.name}.topo.json`), JSON.stringify(own));
  for (let index = 0; index < count; index += 1) {
    for (const [path, text] of Object.entries(write(index, basemap, sections))) {
      const file = join(root, 'content', 'stories', `story-${index}`, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  return root;
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * How long a site takes to build.
 * @throws when it does not build
 */
export async function buildSeconds(root: string): Promise<number> {
  const said: string[] = [];
  const started = performance.now();
  if (!(await buildSite(root, { ...buildEffects, print: (line) => said.push(line) }))) throw new Error(said.join('\n'));
  return (performance.now() - started) / 1000;
}

/**
 * Builds a site of generated stories, from nothing, in a folder of its own, and takes it away again.
 * @param visit measures the built site, whose folder it is given, and that of its sources
 * @throws when it does not build
 */
export async function measureBuild(
  stories: number,
  sections = 20,
  visit: (dist: string, root: string) => Promise<void> = async () => {},
  basemap?: Basemap,
  write?: typeof benchStory,
): Promise<BuildRun> {
  const root = await writeBenchSite(stories, sections, basemap, write);
  const seconds = await buildSeconds(root);
  const dist = join(root, 'dist');
  const bytes = await sizeOf(dist);
  await visit(dist, root);
  await rm(root, { recursive: true, force: true });
  return { stories, sections, seconds, bytes };
}
