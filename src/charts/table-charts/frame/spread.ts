/** Something that wants to stand at a height, and how much room it takes. */
export interface Wanted {
  readonly middle: number;
  readonly height: number;
}

/** Things that touch, and move as one. */
interface Pile {
  readonly items: readonly number[];
  readonly height: number;
  /** Sum of where each wants the pile's top. */
  readonly wish: number;
}

const topOf = ({ wish, items }: Pile, room: number, height: number, from: number): number =>
  Math.max(from, Math.min(wish / items.length, from + room - height));

/**
 * Middles of things in the order of their wishes, none overlapping, all within a room, as near to what they want as can be:
 * those that would overlap are piled up about the mean of their wishes (pooling of adjacent violators).
 * Where all together are higher than the room they run out of it at its end.
 */
export function spread(wanted: readonly Wanted[], from: number, to: number): readonly number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a]?.middle ?? 0) - (wanted[b]?.middle ?? 0));
  const top = (pile: Pile): number => topOf(pile, to - from, pile.height, from);
  const join = (piles: readonly Pile[], pile: Pile): readonly Pile[] => {
    const last = piles.at(-1);
    if (last === undefined || top(last) + last.height <= top(pile)) return [...piles, pile];
    const joined = {
      items: [...last.items, ...pile.items],
      height: last.height + pile.height,
      wish: last.wish + pile.wish - pile.items.length * last.height,
    };
    return join(piles.slice(0, -1), joined);
  };
  const piles = order.reduce<readonly Pile[]>((found, index) => {
    const { middle, height } = wanted[index] ?? { middle: 0, height: 0 };
    return join(found, { items: [index], height, wish: middle - height / 2 });
  }, []);
  const middles = piles.flatMap((pile) => {
    const tops = pile.items.map((_, at) =>
      pile.items.slice(0, at).reduce((sum, index) => sum + (wanted[index]?.height ?? 0), top(pile)),
    );
    return pile.items.map((index, at) => [index, (tops[at] ?? 0) + (wanted[index]?.height ?? 0) / 2] as const);
  });
  const byIndex = new Map(middles);
  return wanted.map((_, index) => byIndex.get(index) ?? 0);
}
