import { distanceBetween } from '../../geo/lines/segments.ts';
import type { ScreenPoint } from '../../geo/lng-lat.ts';

/** Vogel's spiral: points turned by the golden angle fill a disc evenly, however many they are. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Groups gather about points so far from the middle, as a share of the radius. */
const APART = 0.5;

/** Where each of so many people stands in a disc of radius 1 about the origin. */
export const peopleInDisc = (count: number): readonly ScreenPoint[] =>
  Array.from({ length: count }, (_, k): ScreenPoint => {
    const r = Math.sqrt((k + 0.5) / count);
    return [r * Math.cos(k * GOLDEN_ANGLE), r * Math.sin(k * GOLDEN_ANGLE)];
  });

/** Points of one group each, those of a group side by side; what is left belongs to none. */
export interface Grouped {
  readonly groups: readonly (readonly ScreenPoint[])[];
  readonly others: readonly ScreenPoint[];
}

/**
 * Takes groups out of a crowd, each the nearest to a point of its own.
 * @param counts people in each group, together no more than the crowd
 */
export function groupPeople(people: readonly ScreenPoint[], counts: readonly number[]): Grouped {
  return counts.reduce<Grouped>(
    ({ groups, others }, count, index) => {
      const angle = Math.PI * (1.25 + (2 * index) / counts.length);
      const about: ScreenPoint = [APART * Math.cos(angle), APART * Math.sin(angle)];
      const sorted = others.toSorted((a, b) => distanceBetween(a, about) - distanceBetween(b, about));
      return { groups: [...groups, sorted.slice(0, count)], others: sorted.slice(count) };
    },
    { groups: [], others: people },
  );
}
