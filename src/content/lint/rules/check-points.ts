import type { LngLat, LngLatBounds } from '../../../geo/lng-lat.ts';
import { fieldsOf, whereOf } from '../../files/fields.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { boundsSchema } from '../../schema/documents.ts';
import { isSwapped, outsideWords } from '../diagnostics/point-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

const POINT_FIELD = /(^|\.)(lngLat|at|center)$/;
const VERTEX_FIELD = /^features\.(\d+)\.geometry\.coordinates/;

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
): readonly Problem[] {
  const where = whereOf(files.raw, file, field);
  const [lng, lat] = point;
  if (isSwapped(point, bounds)) {
    return [buildProblem('SwappedLngLat', where, { found: `[${lng}, ${lat}]`, swapped: `[${lat}, ${lng}]` })];
  }
  const outside = bounds === null ? null : outsideWords(point, bounds);
  return outside === null ? [] : [buildProblem('PointOutsideBounds', where, outside)];
}

function checkFile(files: StoryFiles, file: RawFile, bounds: LngLatBounds | null): readonly Problem[] {
  return fieldsOf(file.data).flatMap(({ field, value }) => {
    const point = POINT_FIELD.test(field) ? pointIn(value) : null;
    return point === null ? [] : judge(files, file, field, point, bounds);
  });
}

/** A shape that lies wrong is named once, by its first vertex that does. */
function checkData(files: StoryFiles, file: RawFile, bounds: LngLatBounds | null): readonly Problem[] {
  const seen = new Set<string>();
  return fieldsOf(file.data).flatMap(({ field, value }) => {
    const feature = VERTEX_FIELD.exec(field)?.[1];
    const point = feature === undefined || seen.has(feature) ? null : pointIn(value);
    const problems = point === null ? [] : judge(files, file, field, point, bounds);
    if (feature !== undefined && problems.length > 0) seen.add(feature);
    return problems;
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
