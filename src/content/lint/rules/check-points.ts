import type { LngLat, LngLatBounds } from '../../../geo/lng-lat.ts';
import { fieldsOf, whereOf } from '../../files/fields.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { coordinatesOf, placeName } from '../../geometry/read-features.ts';
import { parseData } from '../../schema/data.ts';
import { boundsSchema } from '../../schema/documents.ts';
import { placesWords } from '../diagnostics/places-words.ts';
import { isSwapped, outsideWords } from '../diagnostics/point-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

const POINT_FIELD = /(^|\.)(lngLat|at|center)$/;

function pointIn(value: unknown): LngLat | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const [lng, lat] = value as unknown[];
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
}

export function storyBounds({ raw }: StoryFiles): LngLatBounds | null {
  const parsed = boundsSchema.safeParse(membersOf(fileNamed(raw, 'story.yaml')?.data)['bounds']);
  return parsed.success ? parsed.data : null;
}

function judge(
  files: StoryFiles,
  file: RawFile,
  field: string,
  point: LngLat,
  bounds: LngLatBounds | null,
  places?: string,
): readonly Problem[] {
  const where = whereOf(files.raw, file, field);
  const [lng, lat] = point;
  if (isSwapped(point, bounds)) {
    const found = { found: `[${lng}, ${lat}]`, swapped: `[${lat}, ${lng}]`, places };
    return [buildProblem('SwappedLngLat', where, found)];
  }
  const outside = bounds === null ? null : outsideWords(point, bounds);
  return outside === null ? [] : [buildProblem('PointOutsideBounds', where, { ...outside, places })];
}

function checkFile(files: StoryFiles, file: RawFile, bounds: LngLatBounds | null): readonly Problem[] {
  return fieldsOf(file.data).flatMap(({ field, value }) => {
    const point = POINT_FIELD.test(field) ? pointIn(value) : null;
    return point === null ? [] : judge(files, file, field, point, bounds);
  });
}

/** The first vertex that lies wrong. */
function firstAstray(coordinates: unknown, isAstray: (point: LngLat) => boolean): LngLat | null {
  const point = pointIn(coordinates);
  if (point !== null) return isAstray(point) ? point : null;
  if (!Array.isArray(coordinates)) return null;
  for (const inner of coordinates) {
    const found = firstAstray(inner, isAstray);
    if (found !== null) return found;
  }
  return null;
}

/** Shapes that lie wrong, of each kind once: by the first of them and its first vertex that does. */
function checkData(files: StoryFiles, file: RawFile, bounds: LngLatBounds | null): readonly Problem[] {
  const { features, indexes, projected } = parseData(file.data);
  // In metres all of them lie wrong, and that has a message of its own.
  if (projected.length > 0) return [];
  const isAstray = (point: LngLat): boolean =>
    isSwapped(point, bounds) || (bounds !== null && outsideWords(point, bounds) !== null);
  const astray = features.flatMap(({ id, geometry }, at) => {
    const point = firstAstray(coordinatesOf(geometry), isAstray);
    const index = indexes[at] ?? at;
    return point === null ? [] : [{ point, field: `features.${index}.geometry`, place: placeName(index, id) }];
  });
  return [true, false].flatMap((swapped) => {
    const alike = astray.filter(({ point }) => isSwapped(point, bounds) === swapped);
    const [first] = alike;
    const places = alike.length > 1 ? placesWords(alike.map(({ place }) => place)) : undefined;
    return first === undefined ? [] : judge(files, file, first.field, first.point, bounds, places);
  });
}

/** A story whose own bounds hold a latitude over 90 has them the wrong way round. */
function checkBounds(files: StoryFiles): readonly Problem[] {
  const file = fileNamed(files.raw, 'story.yaml');
  const value = membersOf(file?.data)['bounds'];
  if (file === undefined || !Array.isArray(value) || value.length !== 4) return [];
  const [west, south, east, north] = value as number[];
  if (west === undefined || south === undefined || east === undefined || north === undefined) return [];
  if (Math.abs(south) <= 90 && Math.abs(north) <= 90) return [];
  const found = `[${value.join(', ')}]`;
  return [
    buildProblem('SwappedLngLat', whereOf(files.raw, file, 'bounds'), {
      found,
      swapped: `[${[south, west, north, east].join(', ')}]`,
    }),
  ];
}

/** Points that lie where the story is not, and points written latitude first. */
export function checkPoints(files: StoryFiles): readonly Problem[] {
  const bounds = storyBounds(files);
  const inFiles = files.known.flatMap(({ file, role }) => {
    if (role.role === 'data') return checkData(files, file, bounds);
    return role.role === 'story' || role.role === 'facts' ? [] : checkFile(files, file, bounds);
  });
  return [...checkBounds(files), ...inFiles];
}
