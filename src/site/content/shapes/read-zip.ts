import { type Unzipped, unzipSync } from 'fflate';
import shp from 'shpjs';
import type { NamedShapes } from './named-shapes.ts';

/** Unpacked; a zip of a few kilobytes can hold gigabytes of noughts. */
const MAX_MB = 200;
const MB = 1e6;

const PART = /\.(shp|dbf|prj|cpg)$/i;

const isPart = (name: string): boolean => PART.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name);

/** @throws where it is no zip, or too much is in it */
function unpack(bytes: Uint8Array): Unzipped {
  let size = 0;
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!isPart(name)) return false;
    size += originalSize;
    if (size > MAX_MB * MB) throw new Error(`more than ${MAX_MB} MB are in it`);
    return true;
  };
  return unzipSync(bytes, { filter });
}

/**
 * The Shapefiles of a zip, in degrees where a `.prj` says what they are in.
 * @throws with a clause that says why, where there is none that can be read
 */
export function readZip(bytes: Uint8Array): Promise<readonly NamedShapes[]> {
  const files = Object.entries(unpack(bytes));
  const names = files.flatMap(([path]) => (/\.shp$/i.test(path) ? [path.slice(0, -4)] : []));
  if (names.length === 0) throw new Error('no `.shp` is in it');
  const partOf = (name: string, ending: string): Uint8Array | undefined =>
    files.find(([path]) => path.toLowerCase() === `${name}.${ending}`.toLowerCase())?.[1];
  const read = names.map(async (name): Promise<NamedShapes> => {
    const [dbf, prj, cpg] = ['dbf', 'prj', 'cpg'].map((ending) => partOf(name, ending));
    const { features } = await shp({ shp: partOf(name, 'shp') ?? new Uint8Array(), dbf, prj, cpg });
    return { name: name.replace(/^.*\//, ''), features };
  });
  return Promise.all(read);
}
