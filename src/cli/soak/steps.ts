import { randomLcg } from 'd3';
import type { PixelSize } from '../lib/option-values.ts';

/** What a reader does next, as data. Lengths in CSS pixels. */
export type Deed =
  | { readonly kind: 'wheel'; readonly by: number }
  /** To a share of the page's height, 0 to 1. */
  | { readonly kind: 'scroll'; readonly share: number }
  | { readonly kind: 'jump'; readonly section: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'resize'; readonly size: PixelSize }
  | { readonly kind: 'theme'; readonly theme: string }
  /** Drags the map by each of these, and gives it back. */
  | { readonly kind: 'explore'; readonly drags: readonly (readonly [number, number])[] }
  /** Reads a section without a network, and comes back. */
  | { readonly kind: 'offline'; readonly section: string };

export interface Step {
  readonly deed: Deed;
  /** How long the reader looks at it, in milliseconds: often too short for anything to come to rest. */
  readonly pauseMs: number;
}

export interface StepOptions {
  readonly seed: number;
  /** Ids of the story's sections. */
  readonly sections: readonly string[];
  readonly canGoOffline: boolean;
}

/** A desktop, a phone upright and on its side, a tablet, a small window. */
export const WINDOWS: readonly PixelSize[] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 820, height: 1180 },
  { width: 1024, height: 600 },
];

const KEYS = ['End', 'Home', 'PageDown', 'PageUp', 'ArrowDown', 'j', 'k'];
const THEMES = ['auto', 'light', 'dark'];
const LONGEST_PAUSE_MS = 400;
const LARGEST_TURN_PX = 2000;
const LARGEST_DRAG_PX = 150;

/** How often each is done. */
const WEIGHTS: Readonly<Record<Deed['kind'], number>> = {
  wheel: 30,
  scroll: 15,
  jump: 20,
  key: 15,
  resize: 6,
  theme: 6,
  explore: 5,
  offline: 3,
};

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

function pickKind(random: () => number, canGoOffline: boolean): Deed['kind'] {
  const kinds = (Object.keys(WEIGHTS) as Deed['kind'][]).filter((kind) => canGoOffline || kind !== 'offline');
  return pick(
    kinds.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind)),
    random,
  );
}

/** From `-most` to `most`. */
const upTo = (most: number, random: () => number): number => Math.round((random() * 2 - 1) * most);

const DEEDS: {
  readonly [K in Deed['kind']]: (random: () => number, sections: readonly string[]) => Extract<Deed, { kind: K }>;
} = {
  wheel: (random) => ({ kind: 'wheel', by: upTo(LARGEST_TURN_PX, random) }),
  scroll: (random) => ({ kind: 'scroll', share: random() }),
  jump: (random, sections) => ({ kind: 'jump', section: pick(sections, random) }),
  key: (random) => ({ kind: 'key', key: pick(KEYS, random) }),
  resize: (random) => ({ kind: 'resize', size: pick(WINDOWS, random) }),
  theme: (random) => ({ kind: 'theme', theme: pick(THEMES, random) }),
  explore: (random) => ({
    kind: 'explore',
    drags: [1, 2].map(() => [upTo(LARGEST_DRAG_PX, random), upTo(LARGEST_DRAG_PX, random)] as const),
  }),
  offline: (random, sections) => ({ kind: 'offline', section: pick(sections, random) }),
};

/** A reader who never tires: gives what they do next, the same for the same options. */
export function createSteps({ seed, sections, canGoOffline }: StepOptions): () => Step {
  const random = randomLcg(seed);
  return () => ({
    deed: DEEDS[pickKind(random, canGoOffline)](random, sections),
    pauseMs: Math.round(random() * LONGEST_PAUSE_MS),
  });
}
