import type { Position } from 'geojson';

type Piece = readonly Position[];

/** Ends as near as this are one point: a tenth of a metre. */
const PER_DEGREE = 1e6;

const keyOf = ([lng = 0, lat = 0]: Position): string =>
  `${Math.round(lng * PER_DEGREE)} ${Math.round(lat * PER_DEGREE)}`;

const endsOf = (piece: Piece): readonly [string, string] => [keyOf(piece[0] ?? []), keyOf(piece.at(-1) ?? [])];

/** Pieces by the points they end at, in the order of the file. */
function piecesByEnd(pieces: readonly Piece[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  pieces.forEach((piece, index) => {
    for (const end of new Set(endsOf(piece))) {
      const there = found.get(end) ?? [];
      there.push(index);
      found.set(end, there);
    }
  });
  return found;
}

/**
 * Joins pieces that meet end to end, in whatever order and direction they were written, as exports of maps cut a road at
 * every junction. Pieces that do not meet stay apart, in the order and direction they have.
 */
export function chainLines(pieces: readonly Piece[]): readonly Piece[] {
  const byEnd = piecesByEnd(pieces);
  const used = new Set<number>();
  const takeAt = (end: string): Piece | null => {
    const index = byEnd.get(end)?.find((candidate) => !used.has(candidate));
    const piece = index === undefined ? undefined : pieces[index];
    if (index === undefined || piece === undefined) return null;
    used.add(index);
    return endsOf(piece)[0] === end ? piece : piece.toReversed();
  };
  /** What goes on from a point, piece after piece. */
  const goOnFrom = (point: Position): readonly Piece[] => {
    const found: Piece[] = [];
    let end = keyOf(point);
    for (let next = takeAt(end); next !== null; next = takeAt(end)) {
      found.push(next.slice(1));
      end = keyOf(next.at(-1) ?? []);
    }
    return found;
  };
  return pieces.flatMap((piece, index) => {
    const [first, last] = [piece[0], piece.at(-1)];
    if (used.has(index) || first === undefined || last === undefined) return [];
    used.add(index);
    const after = goOnFrom(last).flat();
    const before = goOnFrom(first).flat().reverse();
    return [[...before, ...piece, ...after]];
  });
}
