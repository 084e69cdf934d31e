import { distanceKm } from '../../../../geo/lines/along-line.ts';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import type { ImportedLine } from '../imported-story.ts';
import { isOverview, placeOf } from './slide-frame.ts';

export const WAY = 'way';

export interface Way {
  /** Places that a line joins, one after the other; where it breaks off a new piece begins. */
  readonly pieces: readonly (readonly LngLat[])[];
  /** Of each slide. */
  readonly lines: readonly (readonly ImportedLine[])[];
}

interface Stop {
  readonly place: LngLat | null;
  /** Whether a line leads to it. */
  readonly isReached: boolean;
}

/** The places in their order, and whether a line leads to each; slides without a place are passed over. */
function stopsOf(slides: readonly Field[]): readonly Stop[] {
  let isJoined = false;
  return slides.map((slide) => {
    const place = isOverview(slide) ? null : placeOf(slide);
    const line = slide.at('location').at('line');
    if (place === null) {
      line.kept('a slide without a place draws no line');
      return { place, isReached: false };
    }
    const isReached = isJoined;
    isJoined = line.value === true;
    line.approximated(isJoined ? 'a line is drawn to the next place as the reader comes there' : 'no line leads on');
    return { place, isReached };
  });
}

function piecesOf(stops: readonly Stop[]): readonly (readonly LngLat[])[] {
  const pieces: LngLat[][] = [];
  for (const { place, isReached } of stops) {
    if (place === null) continue;
    if (isReached) pieces.at(-1)?.push(place);
    else pieces.push([place]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** How long the line is that leads to each stop, in kilometres. */
function legsOf(stops: readonly Stop[]): readonly number[] {
  let last: LngLat | null = null;
  return stops.map(({ place, isReached }) => {
    const leg = isReached && last !== null && place !== null ? distanceKm(last, place) : 0;
    last = place ?? last;
    return leg;
  });
}

/**
 * The line StoryMapJS draws through its places, in their order: each slide draws the part that leads to it, over what was drawn
 * before. A slide with `line: false` has none to the next.
 */
export function wayOf(slides: readonly Field[]): Way {
  const stops = stopsOf(slides);
  const legs = legsOf(stops);
  const total = legs.reduce((sum, leg) => sum + leg, 0);
  if (total === 0) return { pieces: [], lines: slides.map(() => []) };
  const share = (value: number): number => Number(Math.min(1, value / total).toFixed(4));
  let travelled = 0;
  const lines = legs.map((leg): readonly ImportedLine[] => {
    const before = share(travelled);
    travelled += leg;
    const now = share(travelled);
    const earlier: readonly ImportedLine[] = before > 0 ? [{ line: WAY, span: [0, before], isEarlier: true }] : [];
    return now > before ? [...earlier, { line: WAY, span: [before, now], isEarlier: false }] : earlier;
  });
  return { pieces: piecesOf(stops), lines };
}
