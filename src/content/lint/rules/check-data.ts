import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import { whereOf } from '../../files/fields.ts';
import type { RawFile, RawStory } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { guessProjection } from '../../geometry/guess-projection.ts';
import { withoutProperty } from '../../geometry/read-features.ts';
import type { Note } from '../../geometry/rings.ts';
import { pathIn } from '../../normalize/layer-input.ts';
import { parseData } from '../../schema/data.ts';
import { placesWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import { storyBounds } from './check-points.ts';

const OF_NOTE = {
  empty: 'EmptyGeometry',
  'open-ring': 'OpenRing',
  'no-size': 'ShapeWithoutSize',
} as const satisfies Readonly<Record<Note, string>>;

const UNNAMED = 'Give all of them the property, or take `id` out of the file: features are then numbered.';

/** What old GeoJSON says of its coordinates; empty where nothing. */
function crsName(data: unknown): string {
  const { name } = membersOf(membersOf(membersOf(data)['crs'])['properties']);
  return typeof name === 'string' ? name : '';
}

function checkProjected(raw: RawStory, file: RawFile, bounds: LngLatBounds | null): readonly Problem[] {
  const { projected, projectedPoints } = parseData(file.data);
  if (projected.length === 0) return [];
  const looksLike = bounds === null ? null : guessProjection(projectedPoints, bounds);
  const found = { places: placesWords(projected), crs: crsName(file.data), looksLike };
  return [buildProblem('ProjectedCoordinates', whereOf(raw, file), found)];
}

function checkFile(raw: RawStory, file: RawFile, bounds: LngLatBounds | null, isSeries: boolean): readonly Problem[] {
  const { faults, notes, repeats } = parseData(file.data);
  const where = whereOf(raw, file);
  const property = membersOf(file.data)['id'];
  return [
    ...[...faults].map(([detail, at]) =>
      buildProblem('MalformedGeoJson', where, {
        detail: `${detail} (${placesWords(at)})`,
        cure: detail === withoutProperty(String(property)) ? UNNAMED : 'Correct what is there, or take it out.',
      }),
    ),
    ...checkProjected(raw, file, bounds),
    ...[...notes].map(([note, at]) => buildProblem(OF_NOTE[note], where, { places: placesWords(at) })),
    ...(isSeries ? [] : checkRepeats(repeats, where)),
  ];
}

/** Files made by programs may repeat thousands of ids: that is one mistake. */
function checkRepeats(repeats: ReadonlyMap<string, readonly string[]>, where: ReturnType<typeof whereOf>) {
  const [id] = repeats.keys();
  if (id === undefined) return [];
  return [buildProblem('DuplicateFeatureId', where, { id, places: placesWords([...repeats.values()].flat()) })];
}

/** Files of layers with times: the same thing stands in them once for each time. */
function seriesFiles({ raw }: StoryFiles): ReadonlySet<string> {
  const layers = Object.values(membersOf(fileNamed(raw, 'layers.yaml')?.data)).map(membersOf);
  const named = layers.flatMap(({ time, areas, points, lines }) => (time === undefined ? [] : [areas, points, lines]));
  return new Set(named.filter((name) => typeof name === 'string').map(pathIn));
}

/** Shapes in `data/` that cannot be read, and those that are drawn otherwise than they are written: each cause once a file. */
export function checkData(files: StoryFiles): readonly Problem[] {
  const bounds = storyBounds(files);
  const series = seriesFiles(files);
  return files.known.flatMap(({ file, role }) =>
    role.role === 'data' && file.fault === null ? checkFile(files.raw, file, bounds, series.has(file.path)) : [],
  );
}
