import { distanceKm } from '../../../../geo/lines/along-line.ts';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import { pointOf } from '../../input/values.ts';
import { sayHeading } from '../../report/say-names.ts';
import {
  BLANK_CHAPTER,
  BLANK_STORY,
  type ImportedChapter,
  type ImportedLine,
  type ImportedStory,
} from '../imported-story.ts';
import { nameOnMap } from '../storytelling/chapter.ts';
import { textBlock } from '../storytelling/chapter-text.ts';

const TRACK = 'track';

const pointAt = (field: Field): LngLat | null => pointOf(field.at('@lon').value, field.at('@lat').value);

const present = (points: readonly (LngLat | null)[]): readonly LngLat[] => points.filter((point) => point !== null);

function trackOf(gpx: Field): readonly LngLat[] {
  const tracks = gpx.at('trk').items.flatMap((track) => {
    track.approximated(
      'a line of the story; heights and times are not carried over',
      `the track ${track.at('name').text}`,
    );
    return track.at('trkseg').items.flatMap((segment) => segment.at('trkpt').items.map(pointAt));
  });
  const routes = gpx.at('rte').items.flatMap((route) => {
    route.approximated('a line of the story', `the route ${route.at('name').text}`);
    return route.at('rtept').items.map(pointAt);
  });
  return present(tracks.length > 0 ? tracks : routes);
}

/** Waypoints of a file, or those of its route that have names. */
function waypointsOf(gpx: Field): readonly Field[] {
  const own = gpx.at('wpt').items;
  if (own.length > 0) return own;
  return gpx
    .at('rte')
    .items.flatMap((route) => route.at('rtept').items)
    .filter((point) => point.at('name').has);
}

/** How far along the track the point nearest to a waypoint lies. */
function shareAlong(track: readonly LngLat[], point: LngLat): number {
  const steps = track.map((one, at) => (at === 0 ? 0 : distanceKm(track[at - 1] as LngLat, one)));
  const total = steps.reduce((sum, one) => sum + one, 0);
  const distances = track.map((one) => distanceKm(one, point));
  const nearest = distances.reduce((best, distance, at) => (distance < (distances[best] ?? 0) ? at : best), 0);
  const travelled = steps.slice(0, nearest + 1).reduce((sum, one) => sum + one, 0);
  return total === 0 ? 0 : Number((travelled / total).toFixed(4));
}

function linesOf(shares: readonly number[], index: number): readonly ImportedLine[] {
  const before = Math.max(0, ...shares.slice(0, index));
  const here = Math.max(before, shares[index] ?? 0);
  const earlier: readonly ImportedLine[] = before > 0 ? [{ line: TRACK, span: [0, before], isEarlier: true }] : [];
  return here > before ? [...earlier, { line: TRACK, span: [before, here], isEarlier: false }] : earlier;
}

function chapterOf(waypoint: Field, index: number, lines: readonly ImportedLine[]): ImportedChapter {
  const part = `waypoint ${index + 1}`;
  waypoint.within(part);
  const [name, point] = [waypoint.at('name'), pointAt(waypoint)];
  sayHeading(name);
  waypoint.at('time').approximated('times are not carried over');
  waypoint.at('ele').approximated('heights are not carried over');
  for (const sign of ['sym', 'type', 'extensions', 'src', 'hdop', 'sat', 'fix'])
    waypoint.at(sign).approximated('places have the signs of this map');
  for (const where of ['@lat', '@lon']) waypoint.at(where).kept('a place of the story');
  const texts = [waypoint.at('desc'), waypoint.at('cmt')].filter(
    (field, at, all) => at === 0 || field.text !== all[0]?.text,
  );
  if (texts.length === 1) waypoint.at('cmt').kept('it repeats the description');
  const words = nameOnMap(name.text);
  return {
    ...BLANK_CHAPTER,
    name: name.text || String(index + 1),
    title: name.text,
    blocks: texts.flatMap((field) => textBlock(field, field.text)),
    frame: point === null ? null : { kind: 'view', center: point, zoom: 12, pitch: 0, bearing: 0 },
    places:
      point === null || words === null
        ? []
        : [{ name: words, lngLat: point, source: 'The waypoint it was imported from' }],
    lines,
    part,
  };
}

/** Waypoints of a GPX file, one section each; its track is drawn from one to the next. */
export function fromGpx(root: Field): ImportedStory {
  const gpx = root.at('gpx');
  const [track, waypoints] = [trackOf(gpx), waypointsOf(gpx)];
  const shares = waypoints.map((waypoint) => {
    const point = pointAt(waypoint);
    return point === null || track.length < 2 ? 0 : shareAlong(track, point);
  });
  const metadata = gpx.at('metadata');
  const title = [metadata.at('name'), gpx.at('name'), gpx.at('trk').items[0]?.at('name') ?? gpx.at('name')].find(
    ({ has }) => has,
  );
  const description = metadata.first('desc', 'keywords');
  title?.kept('the title');
  metadata.at('author').at('name').kept('the byline');
  for (const name of ['@creator', '@version', 'extensions', 'bounds', 'time', 'link']) {
    gpx.at(name).approximated('it belongs to the program');
    metadata.at(name).approximated('it belongs to the program');
  }
  return {
    ...BLANK_STORY,
    dialect: 'GPX',
    title: title?.text ?? '',
    byline: metadata.at('author').at('name').text,
    opening: { ...BLANK_CHAPTER, name: 'opening', blocks: textBlock(description) },
    chapters: waypoints.map((waypoint, at) => chapterOf(waypoint, at, linesOf(shares, at))),
    routes: track.length > 1 ? { [TRACK]: [track] } : {},
  };
}
