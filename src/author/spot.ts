import type { Edit } from '../content/files/edit.ts';
import { distanceBetween } from '../geo/lines/segments.ts';
import type { LngLat, Projection, ScreenPoint } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import type { Story } from '../story/story.ts';
import type { Placing } from './panel.ts';

/** A click this near to a place means the place. */
const NEAR_PX = 14;

/** Where an author clicked. */
export interface Spot {
  readonly lngLat: LngLat;
  /** Id of the place clicked at, if one was. */
  readonly place: string | null;
  readonly uncertaintyMetres: number;
}

/** The place or the point of the map at a point of the screen, as exactly as a click can mean it. */
export function spotAt(point: ScreenPoint, projection: Projection, story: Story): Spot {
  const [lng, lat] = unproject(projection, point);
  const near = Object.values(story.places).find(
    ({ lngLat }) => distanceBetween(projection.project(lngLat), point) < NEAR_PX,
  );
  return {
    lngLat: [Number(lng.toFixed(5)), Number(lat.toFixed(5))],
    place: near?.id ?? null,
    uncertaintyMetres: Math.max(10, Math.ceil((projection.metresPerPixel * 4) / 10) * 10),
  };
}

/** An id made of a name: small letters, digits and hyphens, and never one that is there already. */
function idOf(name: string, taken: Readonly<Record<string, unknown>>): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'place';
  let count = 2;
  if (!(id in taken)) return id;
  while (`${id}-${count}` in taken) count += 1;
  return `${id}-${count}`;
}

/**
 * What is to be written into the story's files.
 * @param field what the author wrote, by the field's name
 * @param section id of the section being worked on
 */
export function editFrom(
  placing: Placing,
  spot: Spot,
  field: (name: string) => string,
  story: Story,
  section: string,
): Edit {
  const { place, uncertaintyMetres } = spot;
  const lngLat: [number, number] = [...spot.lngLat];
  if (placing === 'callout') {
    return {
      kind: 'callout',
      story: story.slug,
      section,
      at: place ?? lngLat,
      head: field('head'),
      body: field('body'),
    };
  }
  const name = field('name');
  const id = idOf(name, story.places);
  return { kind: 'place', story: story.slug, id, name, lngLat, source: field('source'), uncertaintyMetres };
}

/** The spot in words. */
export const whereWords = ({ lngLat, place }: Spot, story: Story): string =>
  place === null ? `At ${lngLat.join(', ')}` : `At ${story.places[place]?.names[story.locale] ?? place}`;
