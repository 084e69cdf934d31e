import { join } from 'node:path';
import process from 'node:process';
import { UNSTATED } from '../content/files/stated-licence.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { GroundRefusal } from './ground/archive/archive.ts';
import { openArchive } from './ground/archive/open-archive.ts';
import { creditsFor } from './ground/credit.ts';
import { cutSection, type DetailSource, type SectionCut } from './ground/cut/cut-section.ts';
import { budgetFor } from './ground/cut/fit-budget.ts';
import type { CloseSection } from './ground/cut/story-views.ts';
import { findSchema } from './ground/find-schema.ts';
import { hashOf } from './ground/hash-of.ts';
import { type GroundOptions, parseGroundOptions, type Refusal } from './ground/options.ts';
import { writePictures } from './ground/pictures/picture-command.ts';
import { asksForPicture, parsePictureOptions } from './ground/pictures/picture-options.ts';
import { groundCommandFor, groundProvenance } from './ground/provenance.ts';
import { readGroundStory } from './ground/read-story.ts';
import { replaceFiles } from './ground/replace-files.ts';
import { sectionWords, unknownWords, wrongAreaWords } from './ground/report.ts';
import { USAGE } from './ground/usage.ts';

export interface GroundEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
}

async function cutAll(sections: readonly CloseSection[], source: DetailSource, effects: GroundEffects) {
  const cuts: SectionCut[] = [];
  for (const section of sections) {
    const cut = await cutSection(section, source, budgetFor(sections.length));
    effects.print(sectionWords(cut));
    cuts.push(cut);
  }
  return cuts;
}

async function writeGround(options: GroundOptions, root: string, effects: GroundEffects): Promise<void> {
  const { story, from } = options;
  const { sections, locales } = await readGroundStory(root, story);
  if (sections.length === 0)
    throw new GroundRefusal(
      `content/stories/${story}: no section comes nearer than zoom 12, so no detail would be seen. Give a section \`frame: {center: […], zoom: 15}\`.`,
    );
  const path = join(root, from);
  const archive = await openArchive(path, from);
  try {
    const schema = await findSchema(archive, sections, from);
    effects.print(`${from}: ${archive.format}, schema ${schema.name}, zoom ${archive.minZoom} to ${archive.maxZoom}.`);
    const attribution = creditsFor(archive.attribution, options);
    const command = groundCommandFor(options);
    const source = { archive, schema, file: from, languages: new Set(locales), attribution, command };
    const cuts = await cutAll(sections, source, effects);
    const details = cuts.flatMap(({ detail }) => (detail === undefined ? [] : [detail]));
    if (details.length === 0) throw new GroundRefusal(wrongAreaWords(archive, sections, from));
    for (const line of unknownWords(cuts, archive, schema)) effects.print(line);
    if (attribution.some(({ licence }) => licence === UNSTATED))
      effects.printError(`${from} does not say on which terms it may be used. Say it: --credit "…" --licence "…".`);
    const told = { format: archive.format, schema: schema.name, ...(await hashOf(path)) };
    await replaceFiles(join(root, 'content', 'stories', story, 'ground'), {
      ...Object.fromEntries(
        details.map((detail) => [`${detail.meta.section}.topo.json`, `${JSON.stringify(detail)}\n`]),
      ),
      'PROVENANCE.md': groundProvenance(options, told, details),
    });
    effects.print(`Wrote content/stories/${story}/ground/.`);
  } finally {
    archive.close();
  }
}

interface Wish {
  readonly write: (effects: GroundEffects) => Promise<void>;
}

/** What the command line asks for: pictures, or streets and houses. */
function wishIn(args: readonly string[], root: string): Wish | Refusal | 'help' {
  if (asksForPicture(args)) {
    const options = parsePictureOptions(args, root);
    return options === 'help' || 'problems' in options
      ? options
      : { write: (effects) => writePictures(options, root, effects) };
  }
  const options = parseGroundOptions(args, root);
  return options === 'help' || 'problems' in options
    ? options
    : { write: (effects) => writeGround(options, root, effects) };
}

/** The command. Returns the exit code: 0 done, 1 it could not write, 2 its input is wrong. */
export async function groundCommand(
  args: readonly string[],
  effects: GroundEffects,
  root: string = PROJECT_ROOT,
): Promise<0 | 1 | 2> {
  const wish = wishIn(args, root);
  if (wish === 'help') {
    effects.print(USAGE);
    return 0;
  }
  if ('problems' in wish) {
    for (const problem of wish.problems) effects.printError(problem);
    effects.printError('All options: npm run ground -- --help');
    return 2;
  }
  try {
    await wish.write(effects);
    return 0;
  } catch (error) {
    effects.printError((error as Error).message);
    return error instanceof GroundRefusal ? 2 : 1;
  }
}

const CONSOLE: GroundEffects = {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
};

if (import.meta.main) process.exitCode = await groundCommand(process.argv.slice(2), CONSOLE);
