import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildEffects, buildIfNeeded } from '../../src/cli/build.ts';
import { PROJECT_ROOT } from '../../src/site/content/project-root.ts';
import { addAuthoredStories, addNewStory } from './authored-stories.ts';
import { DATA_STORY, fixtureRoot, MANY_LANGUAGES, type SiteName, STORY_OF, siteRoot } from './sites.ts';
import { addTestPictures } from './test-pictures.ts';
import { addThirdLanguage } from './third-language.ts';
import { addTown } from './tiles/add-town.ts';

/** What a fixture site shares with the project. Basemaps are content: a fixture brings its own. */
const SHARED = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'] as const;

const FIXTURES = join(PROJECT_ROOT, 'tests', 'fixtures');

export interface BuiltSite {
  /** The folder with the built site. */
  readonly dist: string;
  /** What the builder warned of. */
  readonly said: string;
}

/** The program as it is, without content or basemaps. */
async function assembleProgram(root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const path of [...SHARED, 'content']) await rm(join(root, path), { recursive: true, force: true });
  for (const path of SHARED) await cp(join(PROJECT_ROOT, path), join(root, path), { recursive: true });
  await rm(join(root, 'public', 'basemap'), { recursive: true, force: true });
}

async function assembleVolcano(root: string): Promise<void> {
  await assembleProgram(root);
  for (const path of ['content', 'public']) {
    await cp(join(FIXTURES, 'sites', 'volcano', path), join(root, path), { recursive: true });
  }
  await addTestPictures(join(root, 'content', 'stories'));
  await addThirdLanguage(root, STORY_OF.volcano);
  await addAuthoredStories(root);
  await addTown(root);
}

async function assembleHarbour(root: string): Promise<void> {
  await assembleProgram(root);
  const [own, volcano] = [join(FIXTURES, 'sites', 'harbour'), join(FIXTURES, 'sites', 'volcano')];
  for (const path of ['content', 'public']) await cp(join(own, path), join(root, path), { recursive: true });
  const story = join('content', 'stories', MANY_LANGUAGES);
  await cp(join(volcano, story), join(root, story), { recursive: true });
  await cp(join(volcano, 'public', 'basemap'), join(root, 'public', 'basemap'), { recursive: true });
}

const ASSEMBLE: Readonly<Record<SiteName, (root: string) => Promise<void>>> = {
  main: async () => {},
  volcano: assembleVolcano,
  harbour: assembleHarbour,
};

const reportOf = (root: string): string => join(root, '.cache', 'build.txt');

const whatIsBuilt = async (root: string): Promise<BuiltSite> => ({
  dist: join(root, 'dist'),
  said: await readFile(reportOf(root), 'utf8'),
});

/** Builds what stands in a site's folder, unless it is built already. */
async function buildAssembled(root: string): Promise<BuiltSite> {
  const lines: string[] = [];
  const isBuilt = await buildIfNeeded(root, { ...buildEffects, print: (line) => lines.push(line) });
  if (!isBuilt) throw new Error(`The site in ${root} does not build.\n${lines.join('\n')}`);
  const report = reportOf(root);
  if (lines.length > 0 || !existsSync(report)) await writeFile(report, lines.join('\n'));
  return whatIsBuilt(root);
}

/**
 * A built site; it is built when its sources differ from those of the last build. Where `npm test` has just built it, it is
 * taken as it is: steps that run at once must not put it together anew under one another.
 * @throws when the build fails, with what it said
 */
export async function builtSite(name: SiteName): Promise<BuiltSite> {
  if (process.env['SITES_ARE_BUILT']) return whatIsBuilt(siteRoot(name));
  await ASSEMBLE[name](siteRoot(name));
  return buildAssembled(siteRoot(name));
}

/** The fixture site built once more, from the same sources in another folder. */
export async function builtAgain(): Promise<BuiltSite> {
  const root = fixtureRoot('volcano-again');
  await assembleVolcano(root);
  return buildAssembled(root);
}

/** A site with one scaffolded story, to be worked on; returns its folder. */
export async function scaffoldedSite(name: string, slug: string): Promise<string> {
  const root = fixtureRoot(name);
  await assembleProgram(root);
  await addNewStory(root, slug);
  return root;
}

/** Adds the story with a data layer of every kind, and its basemap, to a site. */
export async function addDataStory(root: string): Promise<void> {
  const volcano = join(FIXTURES, 'sites', 'volcano');
  for (const path of [join('content', 'stories', DATA_STORY), join('public', 'basemap')])
    await cp(join(volcano, path), join(root, path), { recursive: true });
}
