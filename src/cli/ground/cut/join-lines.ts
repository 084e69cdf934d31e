import type { WorldPoint } from '../../../geo/mercator.ts';

type Line = readonly WorldPoint[];

/** Some centimetres of the ground: ends of one street in two tiles are that near. */
const GRID = 2 ** 28;

const keyOf = ([x, y]: WorldPoint): string => `${Math.round(x * GRID)} ${Math.round(y * GRID)}`;

const endsOf = (line: Line): readonly string[] => {
  const [first, last] = [line[0], line.at(-1)];
  return first && last ? [keyOf(first), keyOf(last)] : [];
};

/** Two lines as one, through the end they share. */
function joined(a: Line, b: Line, at: string): Line {
  const [, lastA] = endsOf(a);
  const [firstB] = endsOf(b);
  const before = lastA === at ? a : a.toReversed();
  const after = firstB === at ? b : b.toReversed();
  return [...before, ...after.slice(1)];
}

/** Lines that meet end to end, two at a point and no more, as one: those that a tile's edge has cut above all. */
export function joinLines(lines: readonly Line[]): readonly Line[] {
  const byEnd = new Map<string, Set<Line>>();
  const all = new Set<Line>();
  const add = (line: Line): void => {
    all.add(line);
    for (const end of endsOf(line)) byEnd.set(end, (byEnd.get(end) ?? new Set()).add(line));
  };
  const remove = (line: Line): void => {
    all.delete(line);
    for (const end of endsOf(line)) byEnd.get(end)?.delete(line);
  };
  const degree = new Map<string, number>();
  for (const end of lines.flatMap(endsOf)) degree.set(end, (degree.get(end) ?? 0) + 1);
  for (const line of lines) add(line);
  for (const [end, count] of degree) {
    const [a, b] = byEnd.get(end) ?? [];
    if (count !== 2 || !a || !b) continue;
    remove(a);
    remove(b);
    add(joined(a, b, end));
  }
  return [...all];
}
