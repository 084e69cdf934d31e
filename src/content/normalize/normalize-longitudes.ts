import type { Geometry, Position } from 'geojson';
import { middleLngOf, unwrapLine, unwrapLng, unwrapPieces, unwrapPoint } from '../../geo/antimeridian.ts';
import type { LngLatBounds } from '../../geo/lng-lat.ts';
import type { Frame, Place, Section, StoryData } from '../../story/story.ts';

const line = (positions: readonly Position[], near: number): Position[] => unwrapLine(positions, near);

/** All rings on the turn of the first one, which lies nearest to the map's middle. */
function rings(polygon: readonly Position[][], near: number): Position[][] {
  const outline = line(polygon[0] ?? [], near);
  return [outline, ...polygon.slice(1).map((ring) => line(ring, outline[0]?.[0] ?? near))];
}

/** The same shape without leaps over the antimeridian, on the turn of the world that lies nearest to a longitude. */
export function unwrapGeometry(geometry: Geometry, near: number): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: line([geometry.coordinates], near)[0] ?? geometry.coordinates };
    case 'MultiPoint':
      return { ...geometry, coordinates: geometry.coordinates.flatMap((point) => line([point], near)) };
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates, near) };
    case 'MultiLineString':
      return { ...geometry, coordinates: unwrapPieces(geometry.coordinates, near) };
    case 'Polygon':
      return { ...geometry, coordinates: rings(geometry.coordinates, near) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((polygon) => rings(polygon, near)) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => unwrapGeometry(part, near)) };
  }
}

function unwrapFrame({ bounds, center, phone, ...frame }: Frame, near: number): Frame {
  const by = bounds === null ? 0 : unwrapLng(middleLngOf(bounds), near) - middleLngOf(bounds);
  return {
    ...frame,
    bounds: bounds && [bounds[0] + by, bounds[1], bounds[2] + by, bounds[3]],
    center: center && unwrapPoint(center, near),
    phone: phone && unwrapFrame(phone, near),
  };
}

interface Located {
  readonly places: Readonly<Record<string, Place>>;
  readonly data: Readonly<Record<string, StoryData>>;
  readonly sections: readonly Section[];
}

const mapped = <T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/**
 * Counts all longitudes of a story from its middle, so that the antimeridian is no edge to anything that follows: a place
 * at 178°W in a story of Fiji lies at 182°, beside one at 178°E.
 */
export function normalizeLongitudes<T extends Located>(story: T, bounds: LngLatBounds): T {
  const near = middleLngOf(bounds);
  return {
    ...story,
    places: mapped(story.places, (place) => ({ ...place, lngLat: unwrapPoint(place.lngLat, near) })),
    data: mapped(story.data, (data) => ({
      ...data,
      features: data.features.map(({ id, geometry }) => ({ id, geometry: unwrapGeometry(geometry, near) })),
    })),
    sections: story.sections.map((section) => ({ ...section, frame: unwrapFrame(section.frame, near) })),
  };
}
