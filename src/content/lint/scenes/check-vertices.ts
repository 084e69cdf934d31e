import { whereOf } from '../../files/fields.ts';
import type { KnownFile } from '../../files/story-files.ts';
import { placeName } from '../../geometry/read-features.ts';
import { countPoints } from '../../geometry/simplify-geometry.ts';
import { zoomOfFeature, zoomsOfShapes } from '../../normalize/used-shapes.ts';
import { parseData } from '../../schema/data.ts';
import { placesWords } from '../diagnostics/places-words.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';
import type { SceneCheck } from './scene-check.ts';

/** From here on it is told that a shape is published with fewer points than it has. */
const MANY = 5000;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function checkFile({ files, story }: SceneCheck, { file, role }: KnownFile, zooms: ReadonlyMap<string, number>) {
  if (role.role !== 'data') return [];
  const { features, indexes } = parseData(file.data);
  const published = story.data[role.name]?.features ?? [];
  const large = features.flatMap(({ id, geometry }, index) => {
    const [zoom, points] = [zoomOfFeature(zooms, role.name, { id, index }), countPoints(geometry)];
    const kept = published.find((one) => one.id === id);
    if (zoom === undefined || kept === undefined || points <= MANY) return [];
    return [{ zoom, points, kept: countPoints(kept.geometry), place: placeName(indexes[index] ?? index, id) }];
  });
  if (large.length === 0) return [];
  const found = {
    places: placesWords(large.map(({ place }) => place)),
    points: sum(large.map(({ points }) => points)),
    kept: sum(large.map(({ kept }) => kept)),
    zoom: Math.round(Math.max(...large.map(({ zoom }) => zoom)) * 10) / 10,
  };
  return [buildProblem('ManyVertices', whereOf(files.raw, file), found)];
}

/** Shapes of more points than are published of them. */
export function checkVertices(check: SceneCheck): readonly Problem[] {
  const zooms = zoomsOfShapes(check.story);
  return check.files.known.flatMap((known) => checkFile(check, known, zooms));
}
