import { parseArgs } from 'node:util';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { defaultDetail } from './default-detail.ts';
import { parseBounds } from './parse-bounds.ts';

export interface BasemapOptions {
  readonly name: string;
  readonly bounds: LngLatBounds;
  /** ISO alpha-3 codes whose first-level regions are included; null = the country in the middle. */
  readonly countries: readonly string[] | null;
  readonly out: string;
  /** Metres; what is smaller is smoothed away. */
  readonly detail: number;
}

export interface Refusal {
  readonly problems: readonly string[];
}

const TEXT = { type: 'string' } as const;
const FLAGS = {
  name: TEXT,
  bounds: TEXT,
  countries: TEXT,
  detail: TEXT,
  out: TEXT,
  help: { type: 'boolean' },
} as const;
type Flags = { readonly [K in keyof typeof FLAGS]?: (typeof FLAGS)[K]['type'] extends 'boolean' ? boolean : string };

/** `--bounds -25,63,…` as one argument: on its own the value would be taken for a flag. */
export function joinNegativeValues(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (/^-[\d.]/.test(arg) && last?.startsWith('--') && !last.includes('='))
      joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}

function checkName(name: string | undefined): string | null {
  if (name === undefined) return '--name is missing. Give the map a name, for example --name levant.';
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return null;
  return `--name is "${name}". Use small letters, digits and single hyphens, beginning with a letter, for example north-sea.`;
}

function checkCountries(codes: readonly string[]): string | null {
  const wrong = codes.find((code) => !/^[A-Z]{3}$/.test(code));
  if (wrong === undefined) return null;
  return `--countries holds "${wrong}". Give ISO alpha-3 codes separated by commas, such as SYR or ISL,NOR.`;
}

function checkDetail(text: string | undefined): string | null {
  const metres = Number(text ?? 100);
  if (metres >= 10 && metres <= 20000) return null;
  return `--detail is "${text}". It must be a number of metres from 10 to 20000.`;
}

function fromFlags(flags: Flags): BasemapOptions | Refusal {
  const bounds = flags.bounds === undefined ? null : parseBounds(flags.bounds);
  const boundsProblem =
    bounds === null
      ? '--bounds is missing. Give west,south,east,north in degrees, for example --bounds 33,33.5,43,38.5.'
      : 'problem' in bounds
        ? bounds.problem
        : null;
  const countries = flags.countries?.split(',').map((code) => code.trim().toUpperCase()) ?? null;
  const problems = [checkName(flags.name), boundsProblem, checkCountries(countries ?? []), checkDetail(flags.detail)];
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) return { problems: found };
  const area = bounds as LngLatBounds;
  return {
    name: flags.name as string,
    bounds: area,
    countries: countries && [...new Set(countries)].sort(),
    out: flags.out ?? 'public/basemap',
    detail: flags.detail === undefined ? defaultDetail(area) : Number(flags.detail),
  };
}

/** What the command line asks for, or every complaint about it. */
export function parseOptions(args: readonly string[]): BasemapOptions | Refusal | 'help' {
  try {
    const flags = parseArgs({ args: joinNegativeValues(args), options: FLAGS }).values;
    return flags.help ? 'help' : fromFlags(flags);
  } catch (error) {
    return { problems: [(error as Error).message] };
  }
}
