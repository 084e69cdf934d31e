import { unwrapLng, unwrapPoint } from '../../geo/antimeridian.ts';
import { boundsOf } from '../../geo/bounds.ts';
import { clamp } from '../../geo/clamp.ts';
import type { LngLat, LngLatBounds } from '../../geo/lng-lat.ts';
import { shown } from './html-to-mdx.ts';
import {
  changed,
  dropped,
  type ImportedChapter,
  type ImportedFrame,
  type ImportedStory,
  ImportRefusal,
  kept,
  type Note,
} from './imported-story.ts';
import { listOf, member, numberOf, pointOf, textMember } from './values.ts';

/** Leaflet counts zoom in tiles of 256 pixels, this map in tiles of 512. */
const ZOOM_SHIFT = 1;
const MIN_SPAN = 0.05;
/** Where one place alone is to be fitted. */
const ALONE_DEGREES = 0.5;

const placeOf = (slide: unknown): LngLat | null =>
  pointOf(member(member(slide, 'location'), 'lon'), member(member(slide, 'location'), 'lat'));

const isOverview = (slide: unknown): boolean => textMember(slide, 'type') === 'overview';

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

interface Framed {
  readonly frame: ImportedFrame | null;
  readonly notes: readonly Note[];
}

function frameOf(slides: readonly unknown[], index: number, isFitted: boolean): Framed {
  const slide = slides[index];
  const all = slides.flatMap((one) => (isOverview(one) ? [] : (placeOf(one) ?? [])));
  const place = placeOf(slide);
  if (isOverview(slide) || place === null) {
    const bounds = roomyBounds(
      slides.flatMap((one) => (isOverview(one) ? [] : [placeOf(one)])).filter((one) => one !== null),
    );
    const why = isOverview(slide)
      ? 'an overview shows every place'
      : 'the slide has no place of its own; it shows them all';
    return { frame: bounds && { kind: 'bounds', bounds }, notes: all.length > 0 ? [changed('the view', why)] : [] };
  }
  const zoom = numberOf(member(member(slide, 'location'), 'zoom'));
  if (zoom !== null && !isFitted) {
    const near = clamp(zoom - ZOOM_SHIFT, 0, 22);
    return {
      frame: { kind: 'view', center: place, zoom: near, pitch: 0, bearing: 0 },
      notes: [kept('the zoom', 'as it was')],
    };
  }
  const neighbours = [slides[index - 1], slides[index + 1]].flatMap((one) => {
    const point = one === undefined || isOverview(one) ? null : placeOf(one);
    return point === null ? [] : [point];
  });
  const why = 'the slide has none; it shows its place with its neighbours, as StoryMapJS does';
  return { frame: fitAround(place, neighbours), notes: [changed('the zoom', why)] };
}

const paragraph = (html: string): readonly string[] => (html.trim() === '' ? [] : [`<p>${html}</p>`]);

function slideOf(slides: readonly unknown[], index: number): ImportedChapter {
  const slide = slides[index];
  const [media, text, background] = ['media', 'text', 'background'].map((name) => member(slide, name));
  const hasZoom = numberOf(member(member(slide, 'location'), 'zoom')) !== null;
  const { frame, notes } = frameOf(slides, index, !hasZoom);
  const address = textMember(media, 'url');
  const picture = textMember(background, 'url');
  return {
    name: textMember(slide, 'uniqueid') || String(index + 1),
    title: textMember(text, 'headline'),
    kicker: textMember(slide, 'date'),
    body: [
      textMember(text, 'text'),
      ...paragraph(textMember(media, 'caption')),
      ...paragraph(textMember(media, 'credit')),
    ],
    frame,
    isCut: false,
    side: 'start',
    notes: [
      ...notes,
      ...(address === ''
        ? []
        : [dropped(`media ${shown(address)}`, 'media are listed, not fetched; caption and credit stand in the text')]),
      ...(picture === '' ? [] : [dropped(`background ${shown(picture)}`, 'a card stands on paper')]),
      ...(member(member(slide, 'location'), 'line') === true
        ? [dropped('the line to the next place', 'it showed no way; draw one in data/ where it is known')]
        : []),
    ],
  };
}

function refuseImages(storymap: unknown): void {
  const isPicture = member(storymap, 'map_as_image') === true || textMember(storymap, 'map_type') === 'zoomify';
  const zoomify = member(storymap, 'zoomify');
  if (!isPicture && (zoomify === null || typeof zoomify !== 'object')) return;
  throw new ImportRefusal(
    'This StoryMapJS story moves over a picture (zoomify), not over a map: its points are places of the picture, which no map of the earth can show.',
  );
}

/** A story of Northwestern University Knight Lab's StoryMapJS. */
export function fromStoryMapJs(file: unknown): ImportedStory {
  const storymap = member(file, 'storymap');
  refuseImages(storymap);
  const slides = listOf(member(storymap, 'slides')).filter((slide) => slide !== null && typeof slide === 'object');
  const told = slides.map((_, index) => slideOf(slides, index));
  const [first, ...rest] = told;
  const hasTitlePage = first !== undefined && (isOverview(slides[0]) || placeOf(slides[0]) === null);
  const style = textMember(storymap, 'map_type');
  const attribution = textMember(storymap, 'attribution');
  const call = textMember(storymap, 'call_to_action_text');
  return {
    dialect: 'StoryMapJS',
    title: (hasTitlePage ? first.title : '') || textMember(file, 'title') || textMember(storymap, 'title'),
    subtitle: textMember(file, 'description'),
    byline: '',
    footer: [...paragraph(attribution), ...paragraph(call)].join(''),
    opening: hasTitlePage ? first : null,
    chapters: hasTitlePage ? rest : told,
    notes: [
      kept(`${slides.length} slides`, 'in their order'),
      ...(style === '' ? [] : [dropped(`map style ${shown(style)}`, 'a story has its own cartography')]),
    ],
  };
}
