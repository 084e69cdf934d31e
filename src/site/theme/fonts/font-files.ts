import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Blocks, SCRIPT_BLOCKS, type Script } from '../../../theme/scripts.ts';

/** A family as a theme's file says it. */
export interface Typeface {
  readonly package?: string | undefined;
  readonly italic?: string | undefined;
  /** Where one weight is enough. */
  readonly regular?: string | undefined;
  readonly subsets?: readonly string[] | undefined;
  readonly files?:
    | readonly {
        readonly file: string;
        readonly weight: number | readonly [number, number];
        readonly style: 'normal' | 'italic';
      }[]
    | undefined;
  readonly generic: 'serif' | 'sans-serif' | 'monospace';
}

/** A family that sets one script. */
export interface Face {
  readonly family: string;
  readonly script: Script;
  readonly typeface: Typeface;
  /** Where its own files lie. */
  readonly folder: string;
}

/** A file of letters. */
export interface FontFile {
  /** Of an installed package, or the whole path. */
  readonly path: string;
  readonly style: 'normal' | 'italic';
  /** One weight, or the ends of an axis. */
  readonly weight: number | readonly [number, number];
  /** Whether its forms follow the type size. */
  readonly hasOpticalSize: boolean;
  readonly blocks: Blocks;
  /** What Fontsource says a further part of a script holds, as CSS writes it. */
  readonly range?: string;
}

const { resolve } = createRequire(import.meta.url);

function isThere(path: string): boolean {
  try {
    return resolve(path) !== '';
  } catch {
    return false;
  }
}

const baseName = (name: string): string => name.split('/')[1] ?? '';
const isVariable = (name: string): boolean => name.startsWith('@fontsource-variable/');
const STATIC_WEIGHTS = [400, 500, 600, 700];
/** The ends of the axis as far as styles and map texts ask for it. */
const AXIS = [400, 700] as const;

type Found = Omit<FontFile, 'blocks' | 'range'>;

function variableFile(name: string, subset: string, style: FontFile['style']): readonly Found[] {
  const pathOf = (axis: string): string => `${name}/files/${baseName(name)}-${subset}-${axis}-${style}.woff2`;
  const axis = ['opsz', 'wght', 'standard'].find((each) => isThere(pathOf(each)));
  return axis === undefined ? [] : [{ path: pathOf(axis), style, weight: AXIS, hasOpticalSize: axis === 'opsz' }];
}

const staticFiles = (
  name: string,
  subset: string,
  style: FontFile['style'],
  weights = STATIC_WEIGHTS,
): readonly Found[] =>
  weights
    .map((weight) => ({ weight, path: `${name}/files/${baseName(name)}-${subset}-${weight}-${style}.woff2` }))
    .filter(({ path }) => isThere(path))
    .map(({ path, weight }) => ({ path, style, weight, hasOpticalSize: false }));

const packageFiles = (name: string, subset: string, style: FontFile['style'] = 'normal'): readonly Found[] =>
  isVariable(name) ? variableFile(name, subset, style) : staticFiles(name, subset, style);

/** Files beside the theme that its face names and that are not there. */
export const missingFiles = ({ typeface, folder }: Face): readonly string[] =>
  (typeface.files ?? []).map(({ file }) => file).filter((file) => !existsSync(join(folder, file)));

/** Upright files of a face, each script's own part before further ones. */
export function uprightFiles({ typeface, script, folder }: Face): readonly FontFile[] {
  const { blocks, subset } = SCRIPT_BLOCKS[script];
  if (typeface.files) {
    return typeface.files
      .filter(({ style }) => style === 'normal')
      .map(({ file, weight }) => ({
        path: join(folder, file),
        style: 'normal',
        weight,
        hasOpticalSize: false,
        blocks,
      }));
  }
  const name = typeface.package ?? '';
  const own = packageFiles(name, subset).map((file) => ({ ...file, blocks }));
  const further = (typeface.subsets ?? []).filter((each) => each !== subset && each.startsWith(subset));
  return [
    ...own,
    ...further.flatMap((part) =>
      packageFiles(name, part).map((file) => ({ ...file, blocks, range: rangesOf(name)[part] ?? '' })),
    ),
  ];
}

/** What each part of a package holds. */
function rangesOf(name: string): Readonly<Record<string, string>> {
  const path = `${name}/unicode.json`;
  return isThere(path) ? (createRequire(import.meta.url)(path) as Record<string, string>) : {};
}

/** Slanted letters of a script's own part, in one weight; none where the family has none. */
export function italicFiles({ typeface, script, folder }: Face): readonly FontFile[] {
  const { blocks, subset } = SCRIPT_BLOCKS[script];
  if (typeface.files) {
    return typeface.files
      .filter(({ style }) => style === 'italic')
      .map(({ file, weight }) => ({
        path: join(folder, file),
        style: 'italic',
        weight,
        hasOpticalSize: false,
        blocks,
      }));
  }
  const name = typeface.italic ?? typeface.package ?? '';
  const found = isVariable(name) ? variableFile(name, subset, 'italic') : staticFiles(name, subset, 'italic', [400]);
  return found.map((file) => ({ ...file, blocks }));
}

const OUTLINED: Readonly<Partial<Record<Script, readonly string[]>>> = { latn: ['latin-ext', 'vietnamese'] };

/** All files of a face's upright letters in the regular weight, also those that pages do not send. */
export function outlineFiles(face: Face): readonly FontFile[] {
  const subsets = [...(face.typeface.subsets ?? []), ...(OUTLINED[face.script] ?? [])];
  const { blocks } = SCRIPT_BLOCKS[face.script];
  const further = face.typeface.files
    ? []
    : [...new Set(subsets)].flatMap((part) => packageFiles(face.typeface.package ?? '', part));
  const all = [...uprightFiles({ ...face, typeface: { ...face.typeface, subsets: undefined } }), ...further];
  const isRegular = ({ weight }: Found): boolean => typeof weight !== 'number' || weight === AXIS[0];
  return all.filter(isRegular).map((file) => ({ ...file, blocks }));
}

/** One weight alone, where a package has such a file. */
export function regularFile({ typeface, script }: Face): FontFile | null {
  const { blocks, subset } = SCRIPT_BLOCKS[script];
  const [found] = typeface.regular === undefined ? [] : staticFiles(typeface.regular, subset, 'normal', [400]);
  return found === undefined ? null : { ...found, blocks };
}
