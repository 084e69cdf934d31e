import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { buildEffects, buildIfNeeded } from './build.ts';
import { ensureBrowser, findBrowserEffects, NO_WEBGL_FLAGS, WEBGL_FLAGS } from './lib/find-browser.ts';
import { runCommand } from './lib/run-command.ts';
import { serve } from './lib/serve.ts';
import { captureSet } from './shots/capture.ts';
import {
  EDITIONS,
  type EditionName,
  planShots,
  type ShotOptions,
  type ShotSet,
  SIZES,
  type Size,
  THEMES,
  type Theme,
} from './shots/shot-plan.ts';
import { readSitePages } from './shots/site-pages.ts';

const HELP = `npm run shots: takes a picture of every section at rest, and labelled contact sheets

  npm run shots -- [options]
  --only <id>      only this section or page; may be given several times
  --story <slug>   only this story
  --locale <code>  only this language
  --size <name>    ${Object.keys(SIZES).join(' or ')}; both by default
  --theme <name>   ${THEMES.join(' or ')}; both by default
  --edition <name> ${Object.keys(EDITIONS).join(', ')}; all by default,
                   none where a size or theme is named; may be given several times
  --site <folder>  a built site; dist/ by default, which is built first where needed
  --out <folder>   where the pictures go; shots/ by default
  --help           this text`;

export interface ShotsCommand extends ShotOptions {
  readonly site: string | null;
  readonly out: string;
}

function oneOf<T extends string>(
  name: string,
  allowed: readonly T[],
  values: readonly string[] | undefined,
): readonly T[] {
  const unknown = values?.find((value) => !allowed.some((word) => word === value));
  if (unknown !== undefined) throw new Error(`--${name} takes ${allowed.join(' or ')}; found "${unknown}".`);
  return allowed.filter((word) => !values || values.includes(word));
}

/** Reads the command line; null asks for help. */
export function parseShots(args: readonly string[]): ShotsCommand | null {
  const many = { type: 'string', multiple: true } as const;
  const one = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: many,
      size: many,
      theme: many,
      edition: many,
      story: one,
      locale: one,
      site: one,
      out: one,
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const isLive = values.size !== undefined || values.theme !== undefined;
  const isOther = values.edition !== undefined && !isLive;
  return {
    only: values.only ?? [],
    story: values.story ?? null,
    locale: values.locale ?? null,
    sizes: isOther ? [] : oneOf<Size>('size', Object.keys(SIZES) as Size[], values.size),
    themes: oneOf<Theme>('theme', THEMES, values.theme),
    editions: oneOf<EditionName>(
      'edition',
      Object.keys(EDITIONS) as EditionName[],
      values.edition ?? (isLive ? [] : undefined),
    ),
    site: values.site ? resolve(values.site) : null,
    out: resolve(values.out ?? join(PROJECT_ROOT, 'shots')),
  };
}

function countShots(sets: readonly ShotSet[]): number {
  return sets.reduce((sum, { shots }) => sum + shots.length, 0);
}

/** @returns what could not be taken, each with its reason */
async function takeShots(command: ShotsCommand, dist: string): Promise<readonly string[]> {
  const sets = planShots(await readSitePages(dist), command);
  const total = countShots(sets);
  if (total === 0) throw new Error(`Nothing in ${dist} matches --only ${command.only.join(', ')}.`);
  const { chromium } = await import('playwright');
  const executablePath = await ensureBrowser(findBrowserEffects);
  // Without WebGL a browser draws ten times faster where there is no graphics card.
  const launch = (args: readonly string[]): Promise<Browser> => chromium.launch({ executablePath, args: [...args] });
  const [live, other] = await Promise.all([launch(WEBGL_FLAGS), launch(NO_WEBGL_FLAGS)]);
  const server = await serve({ root: dist, port: 4500, host: '127.0.0.1' });
  let done = 0;
  const onShot = ({ file }: { readonly file: string }): void => {
    done += 1;
    console.log(`${String(done).padStart(3)} of ${total}  ${file}`);
  };
  const missed: string[] = [];
  const onMissed = (file: string, reason: string): void => {
    missed.push(`  ${file}: ${reason}`);
    console.log(`  not taken  ${file}`);
  };
  try {
    for (const set of sets) {
      const options = { baseUrl: server.url, out: command.out, pages: 2, onShot, onMissed };
      await captureSet(set.edition ? other : live, set, options);
    }
  } finally {
    await Promise.all([live.close(), other.close()]);
    await server.close();
  }
  console.log(`\nContact sheets:\n${sets.map(({ sheet }) => `  ${join(command.out, sheet)}`).join('\n')}`);
  return missed;
}

async function run(command: ShotsCommand): Promise<number> {
  if (!command.site && !(await buildIfNeeded(PROJECT_ROOT, buildEffects))) return 1;
  const missed = await takeShots(command, command.site ?? join(PROJECT_ROOT, 'dist'));
  if (missed.length === 0) return 0;
  console.error(`\nNot taken:\n${missed.join('\n')}`);
  return 1;
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2), HELP, parseShots, run);
