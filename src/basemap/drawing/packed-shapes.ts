import { gridPath } from './grid-path.ts';
import { pathLines, type ShapeFile } from './shape-file.ts';

/**
 * A file of shapes in which what several paths draw stands once: slices of a data layer draw the same areas in other
 * colours. Edges of areas are left out, for they are drawn anew from the areas. A line of a path is then written `<first point>:<index of its bends><last step>`.
 */
export interface PackedShapes extends ShapeFile {
  readonly bends: readonly string[];
}

interface Line {
  /** Its way from the line before: two numbers. */
  readonly first: string;
  readonly bends: string;
  /** `z`, or its last step. */
  readonly last: string;
}

const NUMBER = '-?[\\d.]+';
const LINE = new RegExp(`^(${NUMBER} ?${NUMBER})(.*?)(z| ?${NUMBER} ?${NUMBER})$`);

const lineOf = (text: string): Line | null => {
  const [, first, bends, last] = LINE.exec(text) ?? [];
  return first === undefined || bends === undefined || last === undefined ? null : { first, bends, last };
};

const linesIn = (path: string): readonly string[] => path.split('m').slice(1);

const joined = (lines: readonly string[]): string => lines.map((line) => `m${line}`).join('');

/** The lines round the areas of some paths, as one path. */
export const edgePath = (areas: readonly string[]): string => gridPath(areas.flatMap(pathLines), false);

/** Shorter ones are not worth a number. */
const MIN_BENDS = 8;

export function packShapes(file: ShapeFile): PackedShapes {
  const own = Object.entries(file.paths).filter(([name]) => file.edges?.[name] === undefined);
  const all = own.flatMap(([, path]) => linesIn(path));
  const counts = new Map<string, number>();
  for (const { bends } of all.flatMap((text) => lineOf(text) ?? [])) counts.set(bends, (counts.get(bends) ?? 0) + 1);
  const shared = [...counts].filter(([bends, count]) => count > 1 && bends.length >= MIN_BENDS).map(([bends]) => bends);
  const indexes = new Map(shared.map((bends, index) => [bends, index]));
  const pack = (text: string): string => {
    const line = lineOf(text);
    const index = indexes.get(line?.bends ?? '');
    return line === null || index === undefined ? text : `${line.first}:${index}${line.last}`;
  };
  const paths = own.map(([name, path]) => [name, joined(linesIn(path).map(pack))] as const);
  return { ...file, bends: shared, paths: Object.fromEntries(paths) };
}

/** Does something with each of some names, in their order. */
type ForEach = (names: readonly string[], work: (name: string) => void) => Promise<void>;

/**
 * The same file as it was before it was packed.
 * @param forEach goes through the paths: those of a long series are not unpacked in one go
 */
export async function unpackShapes({ bends, ...file }: PackedShapes, forEach: ForEach): Promise<ShapeFile> {
  const paths: Record<string, string> = {};
  await forEach(Object.keys(file.paths), (name) => {
    paths[name] = (file.paths[name] ?? '').replace(/:(\d+)/g, (_, index: string) => bends[Number(index)] ?? '');
  });
  const edges = file.edges ?? {};
  await forEach(Object.keys(edges), (name) => {
    paths[name] = edgePath((edges[name] ?? []).map((area) => paths[area] ?? ''));
  });
  return { ...file, paths };
}
