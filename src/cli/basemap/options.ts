import { parseArgs } from 'node:util';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import { OWN_LAYERS, type OwnFiles, pathProblem } from './own-layers/own-layers.ts';
import { parseBounds } from './parse-bounds.ts';
import { defaultDetail } from './scale.ts';

export interface BasemapOptions {
  readonly name: string;
  readonly bounds: LngLatBounds;
  /** ISO alpha-3 codes whose first-level regions are included; null = the country in the middle. */
  readonly countries: readonly string[] | null;
  readonly out: string;
  /** Metres; what is smaller is smoothed away. */
  readonly detail: number;
  /** Whether the author has chosen the detail. */
  readonly isDetailGiven: boolean;
  /** Languages of names besides English and each country's own. */
  readonly languages: readonly string[];
  /** The author's own layers, and whom the map names for them. */
  readonly own: OwnFiles;
  readonly credit: string | null;
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
  names: TEXT,
  land: TEXT,
  rivers: TEXT,
  roads: TEXT,
  lakes: TEXT,
  credit: TEXT,
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
  if (metres >= 1 && metres <= 50000) return null;
  return `--detail is "${text}". It must be a number of metres from 1 to 50000.`;
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function checkLanguages(languages: readonly string[]): string | null {
  const wrong = languages.find((code) => !LANGUAGE.test(code));
  if (wrong === undefined) return null;
  return `--names holds "${wrong}". Give codes of languages separated by commas, such as en,pt,zh.`;
}

function ownFilesOf(flags: Flags): OwnFiles {
  return Object.fromEntries(OWN_LAYERS.flatMap((layer) => (flags[layer] === undefined ? [] : [[layer, flags[layer]]])));
}

function ownProblems(own: OwnFiles, credit: string | undefined): readonly (string | null)[] {
  const [first] = Object.keys(own);
  const said = credit?.trim() ?? '';
  return [
    ...Object.entries(own).map(([layer, path]) => pathProblem(layer, path)),
    first !== undefined && said === ''
      ? `--${first} needs --credit "…": the map must say whose it is, for example --credit "Rivers: IGN, 2024".`
      : null,
    first === undefined && credit !== undefined
      ? '--credit is for layers of your own: give --rivers, --roads or --lakes with it.'
      : null,
  ];
}

/** Languages of names where none are asked for. */
const DEFAULT_NAMES = ['en', 'ar'];

const listOf = (text: string | undefined): string[] | null =>
  text === undefined ? null : [...new Set(text.split(',').map((one) => one.trim()))];

function fromFlags(flags: Flags): BasemapOptions | Refusal {
  const bounds = flags.bounds === undefined ? null : parseBounds(flags.bounds);
  const boundsProblem =
    bounds === null
      ? '--bounds is missing. Give west,south,east,north in degrees, for example --bounds 33,33.5,43,38.5.'
      : 'problem' in bounds
        ? bounds.problem
        : null;
  const countries = listOf(flags.countries?.toUpperCase());
  const languages = listOf(flags.names) ?? DEFAULT_NAMES;
  const own = ownFilesOf(flags);
  const problems = [
    checkName(flags.name),
    boundsProblem,
    checkCountries(countries ?? []),
    checkDetail(flags.detail),
    checkLanguages(languages),
    ...ownProblems(own, flags.credit),
  ];
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) return { problems: found };
  const area = bounds as LngLatBounds;
  return {
    name: flags.name as string,
    bounds: area,
    countries: countries?.toSorted() ?? null,
    out: flags.out ?? 'public/basemap',
    detail: flags.detail === undefined ? defaultDetail(area) : Number(flags.detail),
    isDetailGiven: flags.detail !== undefined,
    languages,
    own,
    credit: flags.credit?.trim() ?? null,
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
