import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Basemap } from '../basemap/basemap.ts';
import { findText, INTERFACE_LOCALE, loadStrings } from '../i18n/translate.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { boundsText } from './basemap/parse-bounds.ts';
import { nodeEffects } from './basemap/sources/node-effects.ts';
import { basemapCommand } from './basemap.ts';
import { blankBasemap } from './lib/blank-basemap.ts';
import { askWishes } from './story-new/ask-wishes.ts';
import { readWishes, settleWishes, type Wishes } from './story-new/new-story-options.ts';
import { type NewStory, storyTemplate } from './story-new/story-template.ts';

const HELP = `npm run story:new -- <name>: a new story that builds as it is, with an example of everything

  npm run story:new                    asks for the rest
  npm run story:new -- <name> [options]
  --title <text>      its title
  --locales <en,ar>   the languages it is told in, any of them, the first being the one it is written in
  --bounds <w,s,e,n>  the part of the world it lies in, in degrees
  --basemap <name>    a map there is already in public/basemap
  --country <ISL>     the country drawn as the story's own ground
  --licence <name>    on which terms it may be used, such as "CC BY 4.0" (default: unstated)
  --with-basemap      makes the map for its area now (fetches up to 110 MB the first time)
  --root <folder>     the project to put it in (default: this one)`;

export interface NewStoryEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  readonly exists: (path: string) => boolean;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly read: (path: string) => Promise<string>;
  /** Asks for what is not said yet; null where the author has gone away. */
  readonly ask: (wishes: Wishes, basemaps: readonly string[]) => Promise<Wishes | null>;
  readonly basemaps: (folder: string) => Promise<readonly string[]>;
  readonly makeBasemap: (args: readonly string[]) => Promise<number>;
  /** ISO date. */
  readonly today: () => string;
}

function basemapArguments({ basemap, bounds, country, locales }: NewStory, out: string): readonly string[] {
  const countries = country === null ? [] : ['--countries', country];
  return [
    '--name',
    basemap,
    `--bounds=${boundsText(bounds)}`,
    ...countries,
    '--names',
    locales.join(','),
    '--out',
    out,
  ];
}

/** With a map of its own a story takes place where that map is; without one it gets bare ground. */
async function settleGround(story: NewStory, isOwn: boolean, root: string, effects: NewStoryEffects) {
  const path = join(root, 'public', 'basemap', `${story.basemap}.topo.json`);
  if (effects.exists(path)) {
    const { meta, objects } = JSON.parse(await effects.read(path)) as Basemap;
    const shapes = [...objects.regions.geometries, ...objects.land.geometries];
    const a3 = shapes.flatMap(({ properties }) => (properties && 'a3' in properties ? [properties.a3] : []))[0] ?? null;
    return { ...story, bounds: meta.bounds, country: story.country ?? a3 };
  }
  if (!isOwn) return null;
  await effects.write(path, `${JSON.stringify(blankBasemap(story.basemap, story.bounds))}\n`);
  return story;
}

async function writeStory(wishes: Wishes, wanted: NewStory, effects: NewStoryEffects): Promise<number> {
  const root = wishes.root === null ? PROJECT_ROOT : resolve(wishes.root);
  const folder = join(root, 'content', 'stories', wanted.slug);
  if (effects.exists(folder)) {
    effects.printError(`There is a story content/stories/${wanted.slug} already. Choose another name.`);
    return 2;
  }
  const maps = join(root, 'public', 'basemap');
  if (wishes.withBasemap) {
    const code = await effects.makeBasemap(basemapArguments(wanted, maps));
    if (code !== 0) return code;
  }
  const story = await settleGround(wanted, wishes.basemap === null, root, effects);
  if (story === null) {
    effects.printError(`There is no map public/basemap/${wanted.basemap}.topo.json. Leave --basemap out to get one.`);
    return 2;
  }
  for (const [path, text] of Object.entries(storyTemplate(story))) await effects.write(join(folder, path), text);
  effects.print(`Wrote content/stories/${story.slug}. It builds as it is; npm run dev shows it while you change it.`);
  if (wishes.basemap === null && !wishes.withBasemap) {
    effects.print(
      `It stands on bare ground. Its map: npm run basemap -- ${basemapArguments(story, 'public/basemap').join(' ')}`,
    );
    if (story.country === null) effects.print('Then name its country as homeCountry in story.yaml.');
  }
  for (const note of await interfaceNotes(story.locales)) effects.print(note);
  effects.print('What every field means: content/README.md');
  return 0;
}

/** Which words the buttons and notices of the pages have in each of the story's languages, where they are not its own. */
export async function interfaceNotes(locales: readonly string[]): Promise<readonly string[]> {
  await loadStrings(locales);
  return locales.flatMap((locale) => {
    const lang = findText('close', locale)?.lang ?? INTERFACE_LOCALE;
    if (lang === locale) return [];
    const file = `src/i18n/strings/${locale}.json`;
    const own = `Its own go into ${file}: content/guide/languages.md`;
    if (lang !== INTERFACE_LOCALE) return [`The pages in ${locale} have the buttons and notices of ${lang}. ${own}`];
    return [`The program has no words in ${locale} yet: buttons and notices are in English. ${own}`];
  });
}

/** The command. Returns the exit code: 0 done, 1 the map could not be made, 2 it was asked for something impossible. */
export async function newStoryCommand(args: readonly string[], effects: NewStoryEffects): Promise<number> {
  let wishes: Wishes | null;
  try {
    wishes = readWishes(args);
  } catch (error) {
    effects.printError(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (wishes.wantsHelp) {
    effects.print(HELP);
    return 0;
  }
  const root = wishes.root === null ? PROJECT_ROOT : resolve(wishes.root);
  if (args.length === 0) wishes = await effects.ask(wishes, await effects.basemaps(join(root, 'public', 'basemap')));
  if (wishes === null) return 2;
  const story = settleWishes(wishes, effects.today());
  if ('problems' in story) {
    for (const problem of story.problems) effects.printError(problem);
    return 2;
  }
  return writeStory(wishes, story, effects);
}

/** This machine. */
export const NEW_STORY_EFFECTS: NewStoryEffects = {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  exists: existsSync,
  read: (path) => readFile(path, 'utf8'),
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
  ask: (wishes, basemaps) => {
    if (process.stdin.isTTY) return askWishes(wishes, basemaps);
    console.error(`Nobody is there to be asked.\n\n${HELP}`);
    return Promise.resolve(null);
  },
  async basemaps(folder) {
    const files = existsSync(folder) ? await readdir(folder) : [];
    return files.filter((file) => file.endsWith('.topo.json')).map((file) => file.replace('.topo.json', ''));
  },
  makeBasemap: (args) => basemapCommand(args, nodeEffects),
  today: () => new Date().toISOString().slice(0, 10),
};

if (import.meta.main) process.exitCode = await newStoryCommand(process.argv.slice(2), NEW_STORY_EFFECTS);
