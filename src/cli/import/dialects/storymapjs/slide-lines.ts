import { distanceKm } from '../../../../geo/lines/along-line.ts';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import type { ImportedLine } from '../imported-story.ts';
import { isOverview, placeOf } from './slide-frame.ts';

export const WAY = 'way';

export interface Way {
  readonly points: readonly LngLat[];
  /** Of each slide. */
  readonly lines: readonly (readonly ImportedLine[])[];
}

/**
 * The line StoryMapJS draws through its places, in their order: each slide draws the part that leads to it, over what was drawn
 * before. A slide with `line: false` has none to the next.
 */
export function wayOf(slides: readonly Field[]): Way {
  const stops = slides.map((slide) => (isOverview(slide) ? null : placeOf(slide)));
  const points = stops.filter((place) => place !== null);
  const distances = points.map((point, at) => (at === 0 ? 0 : distanceKm(points[at - 1] as LngLat, point)));
  const total = distances.reduce((sum, one) => sum + one, 0);
  const isDrawn = slides.some((slide) => slide.at('location').at('line').value === true);
  let [travelled, seen, isJoined] = [0, 0, false];
  const lines = slides.map((slide, index): readonly ImportedLine[] => {
    const line = slide.at('location').at('line');
    if (stops[index] === null) {
      line.kept('a slide without a place draws no line');
      return [];
    }
    const from = travelled / total;
    travelled += distances[seen] ?? 0;
    seen += 1;
    const to = Math.min(1, travelled / total);
    const wasJoined = isJoined;
    isJoined = line.value === true;
    line.approximated(isJoined ? 'a line is drawn to the next place as the reader comes there' : 'no line leads on');
    if (!isDrawn || total === 0 || !wasJoined || to <= from) return [];
    const share = (value: number): number => Number(value.toFixed(4));
    const earlier: readonly ImportedLine[] =
      from > 0.0001 ? [{ line: WAY, span: [0, share(from)], isEarlier: true }] : [];
    return share(from) >= share(to)
      ? earlier
      : [...earlier, { line: WAY, span: [share(from), share(to)], isEarlier: false }];
  });
  return { points: isDrawn && total > 0 ? points : [], lines };
}
