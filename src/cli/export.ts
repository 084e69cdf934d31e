import { existsSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readBuiltFiles, writeSite } from '../site/built-site.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { findStories, type StoryPages } from '../site/edition/edition.ts';
import { type SiteFiles, toBytes } from '../site/links/site-files.ts';
import { MANIFEST } from '../site/manifest/build-manifest.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { chooseEdition, type ExportOptions, HELP, parseExport } from './export/options.ts';
import { renderFolder, renderPage, renderZip } from './export/render-edition.ts';
import { findBuiltStory, publicAddress } from './lib/built-story.ts';

export interface ExportEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** The built site, or null where it does not build; what went wrong has been printed. */
  readonly site: () => Promise<SiteFiles | null>;
  /** The slides of a story as a PowerPoint file; `told` hears of each. */
  readonly deck: (edition: StoryPages, told: (line: string) => void) => Promise<Uint8Array>;
  /** What is at a path: `edition` is a folder that an export wrote. */
  readonly kindOf: (path: string) => Promise<'nothing' | 'file' | 'edition' | 'folder'>;
  readonly writeFile: (path: string, content: Uint8Array) => Promise<void>;
  /** Writes a folder in place of what was there. */
  readonly writeFolder: (path: string, files: SiteFiles) => Promise<void>;
}

const EFFECTS: ExportEffects = {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  site: async () => {
    const isBuilt = await buildIfNeeded(PROJECT_ROOT, buildEffects);
    return isBuilt ? readBuiltFiles(join(PROJECT_ROOT, 'dist')) : null;
  },
  deck: async ({ story, locale }, told) => {
    // What the other formats need not wait for.
    const { makeSlides } = await import('./export/slides/make-slides.ts');
    const { writeDeck } = await import('./export/slides/write-deck.ts');
    const built = await findBuiltStory({ story, locale, site: null });
    if (!built) throw new Error('The site does not build.');
    const options = {
      address: publicAddress(process.env['SITE'], built.path),
      told: (number: number, of: number, title: string) => told(`  ${number} of ${of}: ${title}`),
    };
    return writeDeck(await built.look(({ browser, url }) => makeSlides(browser, url, built.html, options)));
  },
  kindOf: async (path) => {
    if (!existsSync(path)) return 'nothing';
    if (!(await stat(path)).isDirectory()) return 'file';
    return existsSync(join(path, MANIFEST)) ? 'edition' : 'folder';
  },
  writeFile: async (path, content) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  },
  writeFolder: async (path, files) => {
    await rm(path, { recursive: true, force: true });
    await writeSite(path, files);
  },
};

const SEE_HELP = '`npm run export -- --help` lists what can be asked for.';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** Refuses to lose anything nobody said could be lost, and with `--force` anything but an export's own work. */
async function makeRoom(out: string, { format, force }: ExportOptions, effects: ExportEffects): Promise<void> {
  const found = await effects.kindOf(out);
  if (found === 'nothing') return;
  const fits = format === 'folder' ? found === 'edition' : found === 'file';
  if (!fits) throw new Error(`${out} is there and no earlier export of this format. Choose another --out.`);
  if (!force) throw new Error(`${out} is there already. Add --force to overwrite it, or choose another --out.`);
}

async function write(
  out: string,
  site: SiteFiles,
  edition: StoryPages,
  options: ExportOptions,
  effects: ExportEffects,
) {
  const { print } = effects;
  if (options.format === 'html') {
    print('Putting everything into one page…');
    const page = toBytes(renderPage(site, edition, options));
    await effects.writeFile(out, page);
    return print(`Wrote ${out} (${megabytes(page.length)}). It opens by a double click.`);
  }
  if (options.format === 'pptx') {
    print('Drawing a slide for each section…');
    const deck = await effects.deck(edition, print);
    await effects.writeFile(out, deck);
    return print(
      `Wrote ${out} (${megabytes(deck.length)}). It opens in PowerPoint, Keynote, LibreOffice and Google Slides.`,
    );
  }
  print('Collecting the files of the story…');
  const folder = await renderFolder(site, edition);
  if (options.format === 'folder') {
    await effects.writeFolder(out, folder);
    return print(`Wrote ${folder.size} files to ${out}. \`npm run verify -- ${out}\` checks a copy of it.`);
  }
  print(`Packing ${folder.size} files…`);
  const archive = renderZip(`${edition.story}-${edition.locale}`, folder);
  await effects.writeFile(out, archive);
  return print(`Wrote ${out} (${megabytes(archive.length)}). READ-ME.txt in it says how to open it.`);
}

/** @returns the exit code */
export async function runExport(args: readonly string[], effects: ExportEffects = EFFECTS): Promise<number> {
  try {
    const options = parseExport(args);
    if (!options) {
      effects.print(HELP);
      return 0;
    }
    const site = await effects.site();
    if (!site) return 1;
    const edition = chooseEdition(findStories(site), options);
    const ending = options.format === 'folder' ? '' : `.${options.format}`;
    const out = resolve(options.out ?? `${edition.story}-${edition.locale}${ending}`);
    await makeRoom(out, options, effects);
    effects.print(`“${edition.story}”, ${edition.locale}: ${1 + edition.pages.length} pages.`);
    await write(out, site, edition, options, effects);
    return 0;
  } catch (error) {
    effects.printError(`${error instanceof Error ? error.message : String(error)}\n${SEE_HELP}`);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runExport(process.argv.slice(2));
