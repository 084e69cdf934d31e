import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBuiltFiles } from '../site/built-site.ts';
import { type SiteFiles, textOf } from '../site/links/site-files.ts';
import { compareWithManifest, type Differences, MANIFEST, parseManifest } from '../site/manifest/build-manifest.ts';

export interface VerifyEffects {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Null where there is no such folder. */
  readonly readBuiltFiles: (folder: string) => Promise<SiteFiles | null>;
}

const HELP = `npm run verify -- <folder>: compares a copy of the site, or an exported folder, with the ${MANIFEST} in it
  <folder>   dist/ by default
  --help
Exit code 0 where every file is there, as it was made, and no other; 1 otherwise`;

const WORDS: Readonly<Record<keyof Differences, string>> = {
  missing: 'missing',
  changed: 'changed',
  extra: 'not in the list',
};

const EFFECTS: VerifyEffects = {
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  readBuiltFiles: async (folder) => (existsSync(folder) ? readBuiltFiles(folder) : null),
};

async function verify(folder: string, effects: VerifyEffects): Promise<number> {
  const files = await effects.readBuiltFiles(folder);
  if (!files?.has(MANIFEST)) {
    const what = files
      ? `${folder} has no ${MANIFEST}, so there is nothing to compare with`
      : `There is no folder ${folder}`;
    effects.printError(`${what}. \`npm run build\` and \`npm run export\` write one.`);
    return 1;
  }
  const manifest = parseManifest(textOf(files, MANIFEST));
  const differences = await compareWithManifest(manifest, files);
  const found = (['missing', 'changed', 'extra'] as const).flatMap((kind) =>
    differences[kind].map((path) => `${WORDS[kind]}: ${path}`),
  );
  for (const line of found) effects.print(line);
  const count = `${manifest.files.length} files of ${join(folder, MANIFEST)}`;
  effects.print(
    found.length === 0 ? `All ${count} are as they were made.` : `\n${found.length} differences; ${count} compared.`,
  );
  return found.length === 0 ? 0 : 1;
}

/** @returns the exit code */
export async function runVerify(args: readonly string[], effects: VerifyEffects = EFFECTS): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help) {
      effects.print(HELP);
      return 0;
    }
    if (positionals.length > 1) throw new Error(`One folder at a time; found ${positionals.join(', ')}.`);
    return await verify(positionals[0] ?? 'dist', effects);
  } catch (error) {
    effects.printError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await runVerify(process.argv.slice(2));
