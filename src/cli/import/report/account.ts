/** What became of something the other tool had. */
export type Verdict = 'kept' | 'approximated' | 'dropped';

/** Where something stands in the input: names of members and places in lists. */
export type Path = readonly (string | number)[];

/** A verdict on a part of the input and all below it that has none of its own. */
export interface Entry {
  readonly verdict: Verdict;
  readonly path: Path;
  /** What it is, in words or as it was written. */
  readonly what: string;
  readonly why: string;
  /** The part of the story it belongs to; empty for the whole. */
  readonly part: string;
  /** How many values of the input it speaks of; 0 where it tells more of one that has a verdict already. */
  readonly leaves: number;
}

/** First step of the paths of what stands in files beside the input: it is told, though it is no leaf of the input. */
export const BESIDE = 'beside it';

/** Deeper values than these are one. */
const MAX_DEPTH = 100;
/** Members of something unknown that are listed one by one. */
const MAX_LISTED = 60;
const MAX_PER_BRANCH = 8;
const BRANCH_DEPTH = 3;
const UNKNOWN = 'nothing of this name is known here';

/** `chapters[3].location.zoom` */
export function pathText(path: Path): string {
  if (path[0] === BESIDE) return `${path[1]}: ${pathText(path.slice(2))}`;
  return path
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(step) ? `${at === 0 ? '' : '.'}${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
}

const keyOf = (path: Path): string => JSON.stringify(path);

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** The members of a value, or null where it is a leaf: a text, a number, nothing. */
function membersOf(value: unknown, depth: number): readonly (readonly [string | number, unknown])[] | null {
  if (value === null || typeof value !== 'object' || depth > MAX_DEPTH) return null;
  const members = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  return members.length === 0 ? null : members;
}

export interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

/** Every value of the input that holds no others. */
export function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  const found: Leaf[] = [];
  const walk = (inner: unknown, at: Path): void => {
    const members = membersOf(inner, at.length);
    if (members === null) found.push({ path: at, value: inner });
    else for (const [name, member] of members) walk(member, [...at, name]);
  };
  walk(value, path);
  return found;
}

interface Said {
  readonly verdict: Verdict;
  readonly why: string;
  readonly what: string;
  /** Set behind its name. */
  readonly value: string;
}

/** Remembers what became of each part of an input; `settle` then leaves no leaf of it without a verdict. */
export class Account {
  readonly #said = new Map<string, Said & { readonly path: Path }>();
  readonly #parts = new Map<string, string>();
  readonly #remarks: Entry[] = [];

  /** The last word on a path counts. */
  say(path: Path, verdict: Verdict, why: string, what = '', value = ''): void {
    this.#said.set(keyOf(path), { path, verdict, why, what, value });
  }

  /** More about something, beside the verdict on it: a script in a text that is kept, say. */
  remark(path: Path, verdict: Verdict, what: string, why: string): void {
    this.#remarks.push({ verdict, path, what, why, part: this.partOf(path), leaves: 0 });
  }

  /** From here on down the input tells of this part of the story. */
  assign(path: Path, part: string): void {
    this.#parts.set(keyOf(path), part);
  }

  partOf(path: Path): string {
    const own = this.#parts.get(keyOf(path));
    if (own !== undefined) return own;
    return path.length === 0 ? '' : this.partOf(path.slice(0, -1));
  }

  /** A path as its part of the story has it. */
  #nameOf(path: Path): string {
    const root = path.findLastIndex((_, depth) => this.#parts.has(keyOf(path.slice(0, depth))));
    return pathText(path.slice(Math.max(0, root)));
  }

  #nearest(path: Path): string | null {
    const key = keyOf(path);
    if (this.#said.has(key)) return key;
    return path.length === 0 ? null : this.#nearest(path.slice(0, -1));
  }

  #entriesOfUnknown(leaves: readonly Leaf[]): readonly Entry[] {
    return leaves.map(({ path, value }) => ({
      ...(isNothing(value)
        ? { verdict: 'kept' as const, what: this.#nameOf(path), why: 'it says nothing' }
        : {
            verdict: 'dropped' as const,
            what: `${this.#nameOf(path)}: ${String(value)}`,
            why: UNKNOWN,
          }),
      path,
      part: this.partOf(path),
      leaves: 1,
    }));
  }

  /** Where much is unknown, one entry stands for each branch of it. */
  #unknown(leaves: readonly Leaf[]): readonly Entry[] {
    if (leaves.length <= MAX_LISTED) return this.#entriesOfUnknown(leaves);
    const branches = Map.groupBy(leaves, ({ path }) => keyOf(path.slice(0, BRANCH_DEPTH)));
    return [...branches.values()].flatMap((branch) => {
      const path = branch[0]?.path.slice(0, BRANCH_DEPTH) ?? [];
      if (branch.length <= MAX_PER_BRANCH) return this.#entriesOfUnknown(branch);
      const what = `${this.#nameOf(path)}: ${branch.length} values`;
      return [
        { verdict: 'dropped' as const, path, what, why: UNKNOWN, part: this.partOf(path), leaves: branch.length },
      ];
    });
  }

  /** A verdict on every leaf of the input, each with the number of leaves it speaks of. */
  settle(root: unknown): readonly Entry[] {
    const leaves = leavesOf(root);
    const byVerdict = Map.groupBy(leaves, ({ path }) => this.#nearest(path) ?? '');
    const told = [...this.#said].flatMap(([key, { path, verdict, why, what, value }]) => {
      const own = byVerdict.get(key) ?? [];
      if (own.length === 0 && path[0] !== BESIDE) return [];
      return [
        {
          verdict,
          path,
          what: what || `${this.#nameOf(path)}${value}`,
          why,
          part: this.partOf(path),
          leaves: own.length,
        },
      ];
    });
    return [...told, ...this.#remarks, ...this.#unknown(byVerdict.get('') ?? [])];
  }
}
