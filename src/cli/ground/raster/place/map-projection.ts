import proj4 from 'proj4';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import { GroundRefusal } from '../../archive/archive.ts';

/** From degrees to a map's own coordinates; null where the map does not show the place. */
export type MapProjection = (lngLat: LngLat) => readonly [x: number, y: number] | null;

const utm = (zone: number, isSouth: boolean, ellipsoid: string): string =>
  `+proj=utm +zone=${zone}${isSouth ? ' +south' : ''} ${ellipsoid} +units=m +no_defs`;

const WGS84 = '+datum=WGS84';
/** Differs from WGS 84 by less than a metre. */
const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';

interface Family {
  readonly first: number;
  readonly last: number;
  readonly firstZone: number;
  readonly isSouth: boolean;
  readonly ellipsoid: string;
}

/** Codes of the EPSG for zones of the Universal Transverse Mercator, https://epsg.org. */
const UTM_FAMILIES: readonly Family[] = [
  { first: 32601, last: 32660, firstZone: 1, isSouth: false, ellipsoid: WGS84 },
  { first: 32701, last: 32760, firstZone: 1, isSouth: true, ellipsoid: WGS84 },
  { first: 25828, last: 25838, firstZone: 28, isSouth: false, ellipsoid: GRS80 },
  { first: 26901, last: 26923, firstZone: 1, isSouth: false, ellipsoid: GRS80 },
  { first: 31965, last: 31976, firstZone: 11, isSouth: false, ellipsoid: GRS80 },
  { first: 31977, last: 31985, firstZone: 17, isSouth: true, ellipsoid: GRS80 },
  { first: 28348, last: 28358, firstZone: 48, isSouth: true, ellipsoid: GRS80 },
  { first: 7846, last: 7859, firstZone: 46, isSouth: true, ellipsoid: GRS80 },
];

/** Others that pictures of whole countries come in, https://epsg.org. */
const OTHERS: Readonly<Record<number, string>> = {
  2154: `+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 ${GRS80} +units=m +no_defs`,
  3035: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${GRS80} +units=m +no_defs`,
  5070: `+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 ${GRS80} +units=m +no_defs`,
  4258: `+proj=longlat ${GRS80} +no_defs`,
  4674: `+proj=longlat ${GRS80} +no_defs`,
};

function definitionOf(code: number): string | null {
  const family = UTM_FAMILIES.find(({ first, last }) => code >= first && code <= last);
  if (family !== undefined) return utm(code - family.first + family.firstZone, family.isSouth, family.ellipsoid);
  const known = proj4.defs(`EPSG:${code}`) === undefined ? null : `EPSG:${code}`;
  return OTHERS[code] ?? known;
}

/** Codes of a TIFF for UTM without a datum of its own: 160zz north, 161zz south. */
function utmOfProjection(code: number): string | null {
  const zone = code % 100;
  const isUtm = (code > 16000 && code <= 16060) || (code > 16100 && code <= 16160);
  return isUtm ? utm(zone, code > 16100, WGS84) : null;
}

const CURE =
  'Say it: --projection EPSG:32637 for a zone of UTM, or --projection "+proj=…" as https://epsg.io shows it under PROJ.4. Or reproject the file: gdalwarp -t_srs EPSG:3857.';

function projectionBy(definition: string, what: string): MapProjection {
  try {
    const { forward } = proj4(definition);
    return ([lng, lat]) => {
      const [x = Number.NaN, y = Number.NaN] = forward([lng, lat]);
      return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
    };
  } catch (error) {
    throw new GroundRefusal(`${what} is no map projection that can be read. ${CURE}`, { cause: error });
  }
}

/**
 * The projection an author names: an EPSG code, or a definition for proj4.
 * @throws GroundRefusal
 */
export function projectionNamed(name: string): MapProjection {
  const code = /^(?:EPSG:)?(\d{4,5})$/i.exec(name.trim())?.[1];
  if (code === undefined) return projectionBy(name, `--projection ${name}`);
  const definition = definitionOf(Number(code));
  if (definition === null) throw new GroundRefusal(`--projection ${name}: this code is not known here. ${CURE}`);
  return projectionBy(definition, `--projection ${name}`);
}

/** What a GeoTIFF says of its projection: codes, 32767 for one of its own. */
export interface GeoKeys {
  readonly GTModelTypeGeoKey?: number;
  readonly ProjectedCSTypeGeoKey?: number;
  readonly GeographicTypeGeoKey?: number;
  readonly ProjectionGeoKey?: number;
}

const GEOGRAPHIC = 2;
const OWN = 32767;

/**
 * The projection a GeoTIFF names.
 * @throws GroundRefusal where it is none that is known
 */
export function projectionOfKeys(keys: GeoKeys, file: string): MapProjection {
  const {
    GTModelTypeGeoKey: model,
    ProjectedCSTypeGeoKey: projected = OWN,
    GeographicTypeGeoKey: geographic = 4326,
  } = keys;
  const code = model === GEOGRAPHIC ? geographic : projected;
  const own = model === GEOGRAPHIC ? 'EPSG:4326' : utmOfProjection(keys.ProjectionGeoKey ?? 0);
  const definition = code === OWN ? own : definitionOf(code);
  if (definition !== null) return projectionBy(definition, `The projection of ${file}`);
  const words = code === OWN ? 'is in a projection of its own' : `is in EPSG:${code}, which is not known here`;
  throw new GroundRefusal(`${file} ${words}. ${CURE}`);
}
