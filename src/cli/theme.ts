import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SLUG_PATTERN } from '../content/files/raw.ts';
import { errorsOf, renderProblem } from '../content/lint/diagnostics/problems.ts';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { readSite } from '../site/content/publisher/read-site.ts';
import { DEFAULT_THEME, readTheme } from '../site/content/publisher/read-theme.ts';
import { SHIPPED_MODULES } from '../site/theme/theme-modules.ts';
import { useThemeModules } from '../site/theme/use-theme-modules.ts';
import { readStyleSheet } from './theme/read-style-sheet.ts';
import { themeText } from './theme/theme-text.ts';

const HELP = `npm run theme: the look of the site; content/guide/theme.md tells what a theme says

  npm run theme -- preview                      pages of everything the site's theme decides, in light, dark and print
  npm run theme -- preview --name wire          the same of another theme
  npm run theme -- --from brand.css             begins a theme with the colours and families of a style sheet
  npm run theme -- --from brand.css --name ours its name (default: that of the style sheet)
  npm run theme -- --write                      writes the shipped theme into the modules of src/theme/
  --help`;

export interface ThemeEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Null where there is no such file. */
  readonly read: (path: string) => Promise<string | null>;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly exists: (path: string) => boolean;
  readonly isInstalled: (packageName: string) => boolean;
}

const { resolve: resolvePackage } = createRequire(import.meta.url);

function isInstalled(name: string): boolean {
  try {
    return resolvePackage(`${name}/package.json`) !== '';
  } catch {
    return false;
  }
}

const NODE: ThemeEffects = {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  read: (path) => readFile(path, 'utf8').catch(() => null),
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
  exists: existsSync,
  isInstalled,
};

async function writeShipped(effects: ThemeEffects): Promise<number> {
  const { theme, problems } = await readTheme(PROJECT_ROOT, DEFAULT_THEME);
  if (theme === null) {
    effects.printError(errorsOf(problems).map(renderProblem).join('\n'));
    return 1;
  }
  for (const [path, render] of Object.entries(SHIPPED_MODULES)) {
    await effects.write(join(PROJECT_ROOT, path), await render(theme));
    effects.print(path.slice(1));
  }
  return 0;
}

/** A name for a theme from that of a file. */
const nameFrom = (path: string): string =>
  (path.split(/[\\/]/).at(-1) ?? '')
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

async function beginTheme(from: string, stated: string | undefined, effects: ThemeEffects): Promise<number> {
  const refuse = (message: string): number => {
    effects.printError(message);
    return 2;
  };
  const css = await effects.read(resolve(from));
  if (css === null) return refuse(`There is no file ${from} that can be read.`);
  const name = stated ?? nameFrom(from);
  if (!SLUG_PATTERN.test(name))
    return refuse(`"${name}" is no name for a theme. Give one in small letters: --name ours.`);
  const shown = `content/themes/${name}/theme.yaml`;
  const path = join(PROJECT_ROOT, shown);
  if (effects.exists(path)) return refuse(`There is a theme ${shown} already. Give another name: --name ours.`);
  const brand = readStyleSheet(css);
  await effects.write(path, themeText(brand, effects.isInstalled));
  effects.print(`${shown} has ${Object.keys(brand.colours).length} colours of ${from}.`);
  effects.print(`Write \`theme: ${name}\` into content/site.yaml, then look at \`npm run check\` and \`npm run dev\`.`);
  return 0;
}

const FOLDER = join('.cache', 'theme', 'preview');

async function previewTheme(stated: string | undefined, effects: ThemeEffects): Promise<number> {
  const { theme, problems } =
    stated === undefined ? await readSite(PROJECT_ROOT) : await readTheme(PROJECT_ROOT, stated);
  if (theme === null) {
    effects.printError(errorsOf(problems).map(renderProblem).join('\n'));
    return 1;
  }
  if (theme.name !== DEFAULT_THEME) await useThemeModules(theme);
  // Only now: what it loads is painted and measured as the theme says.
  const { renderPreview } = await import('./theme/preview/render-preview.ts');
  const pages = await renderPreview(theme, PROJECT_ROOT);
  for (const [look, page] of Object.entries(pages)) {
    const path = join(PROJECT_ROOT, FOLDER, `${theme.name}-${look}.html`);
    await effects.write(path, page);
    effects.print(pathToFileURL(path).href);
  }
  effects.print('Open these in a browser.');
  return 0;
}

/** @returns the exit code */
export async function runTheme(args: readonly string[], effects: ThemeEffects = NODE): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = { from: text, name: text, write: flag, help: flag } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length > 0 && positionals.join() !== 'preview')
      throw new Error(`There is no "${positionals.join(' ')}".`);
    if (positionals[0] === 'preview') return await previewTheme(values.name, effects);
    if (values.write) return await writeShipped(effects);
    if (values.from !== undefined) return await beginTheme(values.from, values.name, effects);
    effects.print(HELP);
    return values.help ? 0 : 2;
  } catch (error) {
    effects.printError(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
}

if (import.meta.main) process.exitCode = await runTheme(process.argv.slice(2));
