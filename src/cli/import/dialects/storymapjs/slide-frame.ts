import { unwrapLng, unwrapPoint } from '../../../../geo/antimeridian.ts';
import { boundsOf } from '../../../../geo/bounds.ts';
import { clamp } from '../../../../geo/clamp.ts';
import type { LngLat, LngLatBounds } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import { pointOf } from '../../input/values.ts';
import type { ImportedFrame } from '../imported-story.ts';

/** Leaflet counts zoom in tiles of 256 pixels, this map in tiles of 512. */
const ZOOM_SHIFT = 1;
const MIN_SPAN = 0.05;
/** Where one place alone is to be fitted. */
const ALONE_DEGREES = 0.5;

export const placeOf = (slide: Field): LngLat | null =>
  pointOf(slide.at('location').at('lon').value, slide.at('location').at('lat').value);

export const isOverview = (slide: Field): boolean => slide.at('type').text === 'overview';

function roomyBounds(points: readonly LngLat[]): LngLatBounds | null {
  if (points.length === 0) return null;
  const grown = (from: number, to: number): readonly [number, number] => {
    const room = Math.max((to - from) * 0.1, MIN_SPAN);
    return [Number((from - room).toFixed(4)), Number((to + room).toFixed(4))];
  };
  const [first] = points;
  // A neighbour over the antimeridian is as near as any other.
  const [left, bottom, right, top] = boundsOf(points.map((point) => unwrapPoint(point, first?.[0] ?? 0)));
  const [[west, east], [south, north]] = [grown(left, right), grown(bottom, top)];
  return [west, Math.max(-85, south), Math.min(west + 360, east), Math.min(85, north)];
}

/** As StoryMapJS does without a zoom: this place in the middle, near enough that its neighbours are still seen. */
function fitAround([lng, lat]: LngLat, neighbours: readonly LngLat[]): ImportedFrame {
  const across = neighbours.map(([x]) => Math.abs(unwrapLng(x, lng) - lng));
  const up = neighbours.map(([, y]) => Math.abs(y - lat));
  const [dx, dy] = [Math.max(...across, 0), Math.max(...up, 0)];
  const isAlone = dx + dy < MIN_SPAN;
  const [x, y] = isAlone ? [ALONE_DEGREES, ALONE_DEGREES] : [dx, dy];
  const corners: readonly LngLat[] = [
    [lng - x, lat - y],
    [lng + x, lat + y],
  ];
  return { kind: 'bounds', bounds: roomyBounds(corners) ?? [lng - x, lat - y, lng + x, lat + y] };
}

const placesOf = (slides: readonly Field[]): readonly LngLat[] =>
  slides.flatMap((slide) => {
    const place = isOverview(slide) ? null : placeOf(slide);
    return place === null ? [] : [place];
  });

/** Where a slide looks. An overview, and a slide without a place, show every place. */
export function slideFrame(slides: readonly Field[], index: number): ImportedFrame | null {
  const slide = slides[index] as Field;
  const location = slide.at('location');
  const place = placeOf(slide);
  slide.at('type').kept(isOverview(slide) ? 'it shows every place' : 'a slide');
  if (isOverview(slide) || place === null) {
    const bounds = roomyBounds(placesOf(slides));
    for (const name of ['lat', 'lon', 'zoom']) {
      location
        .at(name)
        .approximated(
          isOverview(slide) ? 'an overview shows every place' : 'it is no place of the globe; the slide shows them all',
        );
    }
    if (bounds !== null && location.has) slide.remark('approximated', 'the view', 'it shows every place of the story');
    return bounds && { kind: 'bounds', bounds };
  }
  for (const name of ['lat', 'lon']) location.at(name).kept('the middle of the view');
  const zoom = location.at('zoom').number;
  if (zoom !== null) {
    location.at('zoom').kept('the same zoom; Leaflet counts one more');
    return { kind: 'view', center: place, zoom: clamp(zoom - ZOOM_SHIFT, 0, 22), pitch: 0, bearing: 0 };
  }
  slide.remark(
    'approximated',
    'the zoom',
    'the slide has none; it shows its place with its neighbours, as StoryMapJS does',
  );
  location.at('zoom').approximated('it is empty; the place is shown with its neighbours');
  const around = [slides[index - 1], slides[index + 1]].flatMap((one) => (one === undefined ? [] : placesOf([one])));
  return { kind: 'bounds', bounds: (fitAround(place, around) as { bounds: LngLatBounds }).bounds };
}
