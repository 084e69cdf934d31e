import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SLUG_PATTERN } from '../content/files/raw.ts';
import { canonicalTag } from '../i18n/language-tags.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { type ImportedStory, ImportRefusal, type Reading } from './import/dialects/imported-story.ts';
import { makeGround, type StoryGround } from './import/ground/make-ground.ts';
import { IMPORT_EFFECTS, type ImportEffects } from './import/import-effects.ts';
import { findInput, type Input } from './import/input/find-input.ts';
import { readInput } from './import/input/read-input.ts';
import { type Gathered, gatherMedia } from './import/media/gather-media.ts';
import { wantedMedia } from './import/media/wanted-media.ts';
import { importReport, type ReportFacts, reportJson } from './import/report/import-report.ts';
import { htmlToText } from './import/text/html-to-mdx.ts';
import { USAGE } from './import/usage.ts';
import { mediaTasks } from './import/write/media-files.ts';
import { suppressionsFor } from './import/write/own-warnings.ts';
import { slugOf } from './import/write/slugs.ts';
import { refuseLength, storyFilesOf, storyYaml, type WrittenStory } from './import/write/story-files-of.ts';
import { type Language, languageOf } from './import/write/story-language.ts';

const FLAGS = {
  out: { type: 'string' },
  root: { type: 'string' },
  language: { type: 'string' },
  fetch: { type: 'boolean' },
  'allow-private': { type: 'boolean' },
  'no-basemap': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Flags = { readonly [K in keyof typeof FLAGS]?: (typeof FLAGS)[K]['type'] extends 'boolean' ? boolean : string };

interface Target {
  readonly slug: string;
  readonly folder: string;
  /** Where maps of the project are, and where a new one goes. */
  readonly maps: string;
  readonly out: string;
}

function targetOf(story: ImportedStory, flags: Flags, effects: ImportEffects): Target {
  const root = flags.root === undefined ? PROJECT_ROOT : resolve(flags.root);
  const made = slugOf(htmlToText(story.title)) || 'imported-story';
  const stories = join(root, 'content', 'stories');
  const folder = flags.out === undefined ? join(stories, made) : resolve(flags.out);
  const slug = basename(folder);
  if (!SLUG_PATTERN.test(slug))
    throw new ImportRefusal(`"${slug}" cannot be an address. Use small letters, digits and hyphens.`);
  if (effects.exists(folder)) throw new ImportRefusal(`${folder} is there already. Choose another folder with --out.`);
  const maps = join(root, 'public', 'basemap');
  const isWithin = !relative(root, folder).startsWith('..');
  return { slug, folder, maps, out: isWithin ? maps : join(folder, 'basemap') };
}

function gather(story: ImportedStory, input: Input, flags: Flags, effects: ImportEffects): Promise<Gathered> {
  const fetch =
    flags.fetch === true ? (address: string) => effects.fetch(address, flags['allow-private'] === true) : null;
  const readBeside = (path: string) => effects.read(join(input.folder, path));
  return gatherMedia(wantedMedia(story), input.neighbours, { readBeside, fetch, progress: effects.progress });
}

const MAX_LISTED = 40;

function remoteTasks({ remote }: Gathered): readonly string[] {
  if (remote.length === 0) return [];
  const list = remote.slice(0, MAX_LISTED).map((address) => `\`${address.replaceAll('`', '')}\``);
  const more = remote.length > MAX_LISTED ? ` and ${remote.length - MAX_LISTED} more` : '';
  return [
    `${remote.length === 1 ? 'A picture, film or recording is' : `${remote.length} pictures, films or recordings are`} elsewhere. Import again with \`--fetch\` to bring what you may use: ${list.join(', ')}${more}.`,
  ];
}

function tasksOf(
  ground: StoryGround,
  gathered: Gathered,
  language: Language,
  suppress: Readonly<Record<string, string>>,
  isMapless: boolean,
): readonly string[] {
  return [
    ...ground.tasks,
    ...(isMapless
      ? [
          'It moved over a picture in tiles, which did not come along: give each section a `frame`, or the picture as its `backdrop`.',
        ]
      : []),
    ...remoteTasks(gathered),
    ...mediaTasks(gathered),
    `See whether its language is right: \`${language.tag}\` (${language.how}).`,
    'Say what each map shows (`mapDescription`): its title and places were put there to build with.',
    ...('UnexplainedNumeral' in suppress
      ? [
          'Give every figure a source in `facts.yaml`, then take `UnexplainedNumeral` out of `suppress` in `story.yaml`.',
        ]
      : []),
    'Say on which terms it may be used (`licence` in `story.yaml`, in `media/media.yaml` and in `data/`).',
  ];
}

interface Made {
  readonly written: WrittenStory;
  readonly suppress: Readonly<Record<string, string>>;
}

/** Written with what the checks say of it. */
function make(reading: Reading, ground: StoryGround, locale: string, gathered: Gathered, today: string): Made {
  const { basemap, homeCountry, bounds } = ground;
  const options = { ground: { basemap: basemap.meta.name, homeCountry, bounds }, locale, today };
  const draft = storyFilesOf(reading, options, gathered);
  const suppress = suppressionsFor(draft, basemap, reading.story.dialect);
  const text = storyYaml(reading.story.dialect, options, suppress);
  return { written: { ...draft, files: { ...draft.files, 'story.yaml': text } }, suppress };
}

async function importStory(given: string, flags: Flags, effects: ImportEffects): Promise<void> {
  const input = await findInput(resolve(given), effects);
  const reading = readInput(input.text, input.neighbours);
  const { story, root, account } = reading;
  refuseLength(story);
  const target = targetOf(story, flags, effects);
  const language = languageOf(story, flags.language);
  const gathered = await gather(story, input, flags, effects);
  const ground = await makeGround(
    story,
    { ...target, locale: language.tag, isMade: flags['no-basemap'] !== true },
    effects,
  );
  const { written, suppress } = make(reading, ground, language.tag, gathered, effects.today());
  const facts: ReportFacts = {
    dialect: story.dialect,
    input: basename(input.path),
    isFetched: flags.fetch === true,
    tasks: tasksOf(ground, gathered, language, suppress, story.isMapless),
  };
  const entries = account.settle(root);
  const reports = {
    'import-report.md': importReport(facts, written, entries),
    'import-report.json': reportJson(facts, written, entries),
  };
  for (const [path, content] of Object.entries({ ...written.files, ...reports })) {
    await effects.write(join(target.folder, path), content);
  }
  effects.print(`Imported ${written.chapters.length} sections from ${story.dialect} into ${target.folder}.`);
  for (const task of [...ground.tasks, ...remoteTasks(gathered)]) effects.print(task.replaceAll('`', ''));
  effects.print('What was kept, approximated and dropped: import-report.md in it. Then: npm run check.');
}

/** The command. Returns the exit code: 0 done, 2 it was asked for something impossible. */
export async function importCommand(args: readonly string[], effects: ImportEffects): Promise<0 | 2> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
    if (values.help === true) {
      effects.print(USAGE);
      return 0;
    }
    const [input, ...more] = positionals;
    if (input === undefined || more.length > 0) throw new ImportRefusal(`One file or folder at a time.\n\n${USAGE}`);
    if (values.language !== undefined && canonicalTag(values.language) === null)
      throw new ImportRefusal(
        `--language is "${values.language}". Give the tag of a language, such as en, pt-BR or zh-Hans.`,
      );
    await importStory(input, values, effects);
    return 0;
  } catch (error) {
    const isKnown = error instanceof ImportRefusal || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!isKnown) throw error;
    effects.printError((error as Error).message);
    return 2;
  }
}

if (import.meta.main) process.exitCode = await importCommand(process.argv.slice(2), IMPORT_EFFECTS);
