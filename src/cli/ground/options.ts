import { isAbsolute, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { SLUG_PATTERN } from '../../content/files/raw.ts';
import { creditProblems, parseCredits, type SaidCredit } from './said-credit.ts';

export interface GroundOptions extends SaidCredit {
  readonly story: string;
  /** Path of the archive from the project's root, with forward slashes: how messages name it. */
  readonly from: string;
  readonly licence: string | null;
}

export interface Refusal {
  readonly problems: readonly string[];
}

const TEXT = { type: 'string' } as const;
const FLAGS = { from: TEXT, credit: { ...TEXT, multiple: true }, licence: TEXT, help: { type: 'boolean' } } as const;

export function checkStory(names: readonly string[]): string | null {
  const [name] = names;
  if (name === undefined) return 'Say which story: npm run ground -- <story> --from area.pmtiles.';
  if (names.length > 1) return `One story at a time; these are ${names.length}: ${names.join(', ')}.`;
  if (SLUG_PATTERN.test(name)) return null;
  return `"${name}" is no story's name. Give the name of its folder in content/stories, such as harbour-fire.`;
}

/** The path from the root; null where it leads out of the project. */
export function pathInProject(path: string, root: string): string | null {
  const inside = relative(root, resolve(root, path));
  return inside === '' || inside.split(sep)[0] === '..' || isAbsolute(inside) ? null : inside.split(sep).join('/');
}

export function checkFrom(from: string | undefined, root: string): string | null {
  if (from === undefined) return '--from is missing. Give the path of a .pmtiles or .mbtiles file in the project.';
  if (/^[a-z][a-z\d+.-]+:/i.test(from) && !isAbsolute(from))
    return `--from ${from} is an address. Download the file first, and give its path in the project.`;
  if (pathInProject(from, root) !== null) return null;
  return `--from ${from} lies outside the project. Copy or link it into the project's folder (git leaves out .pmtiles and .mbtiles there), so that others can make the same detail again.`;
}

/** What the command line asks for, or every complaint about it. */
export function parseGroundOptions(args: readonly string[], root: string): GroundOptions | Refusal | 'help' {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
    if (values.help) return 'help';
    const problems = [
      ...[checkStory(positionals), checkFrom(values.from, root)].filter((problem) => problem !== null),
      ...creditProblems(values.credit),
    ];
    if (problems.length > 0) return { problems };
    return {
      story: positionals[0] ?? '',
      from: pathInProject(values.from ?? '', root) ?? '',
      ...parseCredits(values.credit),
      licence: values.licence ?? null,
    };
  } catch (error) {
    return { problems: [(error as Error).message] };
  }
}
