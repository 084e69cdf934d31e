import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GroundRefusal } from '../../archive/archive.ts';
import type { Placement, UnplacedRaster } from '../raster.ts';
import { projectionNamed } from './map-projection.ts';
import type { PlaceOptions } from './place-options.ts';
import { placeByCorners, placeByPoints, placeInBounds, readControlPoints } from './place-picture.ts';

const MAX_POINTS_BYTES = 2 ** 20;
const MAX_POINTS = 500;
const DEGREES = 'EPSG:4326';

async function pointsIn(root: string, file: string) {
  const bytes = await readFile(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    throw new GroundRefusal(
      `--points ${file}: ${error.code === 'ENOENT' ? 'There is no such file' : 'It cannot be read'}. Give the path of a table of control points.`,
    );
  });
  if (bytes.length > MAX_POINTS_BYTES)
    throw new GroundRefusal(`--points ${file} is too large for a table of control points.`);
  const points = readControlPoints(bytes.toString('utf8'), file);
  if (points.length > MAX_POINTS)
    throw new GroundRefusal(`${file} has ${points.length} control points; ${MAX_POINTS} are enough for any picture.`);
  return points;
}

/**
 * How the author lays a picture; null where they leave that to the file.
 * @param root the project's folder
 * @param tell hears how well control points fit
 * @throws GroundRefusal
 */
export async function placementBy(
  raster: UnplacedRaster,
  { bounds, corners, points: file, warp, projection }: PlaceOptions,
  root: string,
  tell: (line: string) => void,
): Promise<Placement | null> {
  if (bounds !== null) return placeInBounds(raster, bounds, projectionNamed(projection ?? DEGREES));
  if (corners !== null) return placeByCorners(raster, corners, '--corners');
  if (file === null) return null;
  const points = await pointsIn(root, file);
  const { placement, warp: used, worst } = placeByPoints(points, warp, file);
  const fit =
    used === 'thin-plate' ? '' : ` The farthest off is point ${worst.point}, by ${Math.round(worst.metres)} m.`;
  tell(`${file}: ${points.length} control points, warp ${used}.${fit}`);
  return placement;
}
