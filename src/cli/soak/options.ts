import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { oneOf, parseNumber } from '../lib/option-values.ts';

export const HELP = `npm run soak: reads a story at random for a long while, as no one reader would, and says what goes wrong

  npm run soak -- [options]
  --minutes <n>      how long; 60 by default
  --seed <n>         of the random numbers, from 0; 1 by default. The same seed reads in the same way
  --browser <name>   chromium or firefox; chromium by default
  --story <slug>     the one with the most in it by default
  --site <folder>    a built site; dist/ by default, which is built first where needed
  --help             this text

It scrolls, jumps, turns the wheel, presses keys, resizes the window, changes the theme, explores the map, goes offline and
comes back, and changes the language. No step may bring an error or a fallback; every 20 steps the scene is held to that
of a fresh visit at the same progress, which the scroll must reach within a pixel; and after 120 steps the memory,
garbage collected, may be 5 % more than before them.
Firefox tells nothing of its memory, and the program that drives it cannot take it offline.
Exit code 0 where all of it held; 1 otherwise, with the seed and the step that it happened at.`;

export const BROWSERS = ['chromium', 'firefox'] as const;
export type SoakBrowser = (typeof BROWSERS)[number];

export interface SoakCommand {
  readonly minutes: number;
  readonly seed: number;
  readonly browser: SoakBrowser;
  readonly story: string | null;
  readonly site: string | null;
}

/**
 * Reads the command line; null asks for help.
 * @throws with a sentence that says what is wrong
 */
export function parseSoak(args: readonly string[]): SoakCommand | null {
  const one = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: one, seed: one, browser: one, story: one, site: one, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  const seed = parseNumber('seed', values.seed ?? '1', [0, 4_294_967_295]);
  if (!Number.isInteger(seed)) throw new Error(`--seed takes a whole number; found "${values.seed}".`);
  return {
    minutes: parseNumber('minutes', values.minutes ?? '60', [0.1, 1440]),
    seed,
    browser: oneOf('browser', BROWSERS, values.browser ?? 'chromium'),
    story: values.story ?? null,
    site: values.site ? resolve(values.site) : null,
  };
}
