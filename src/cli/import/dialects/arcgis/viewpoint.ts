import { MAX_PITCH } from '../../../../geo/camera/pitch-limits.ts';
import { clamp } from '../../../../geo/clamp.ts';
import type { LngLat } from '../../../../geo/lng-lat.ts';
import type { Field } from '../../input/field.ts';
import { pointOf, wrapDegrees } from '../../input/values.ts';
import type { ImportedFrame } from '../imported-story.ts';

/** Metres from the middle of Web Mercator (EPSG:3857) to its edge. */
const HALF_WORLD = 20_037_508.342789;
/** The scale that ArcGIS gives to zoom 0, in tiles of 512 pixels. */
const SCALE_AT_ZERO = 295_828_763.8;

/** A point in degrees, or in the metres of Web Mercator. */
function degreesOf(x: number | null, y: number | null, wkid: number): LngLat | null {
  if (x === null || y === null) return null;
  const isMetres = [102100, 3857, 102113, 900913].includes(wkid) || Math.abs(x) > 360 || Math.abs(y) > 90;
  if (!isMetres) return pointOf(x, y);
  const latitude = (Math.atan(Math.exp((y / HALF_WORLD) * Math.PI)) * 360) / Math.PI - 90;
  return pointOf((x / HALF_WORLD) * 180, latitude);
}

const wkidOf = (geometry: Field): number => {
  const reference = geometry.at('spatialReference');
  return reference.at('latestWkid').number ?? reference.at('wkid').number ?? 0;
};

export const arcgisPoint = (geometry: Field): LngLat | null =>
  degreesOf(geometry.first('x', 'long', 'lon', 'lng').number, geometry.first('y', 'lat').number, wkidOf(geometry));

function boundsIn(extent: Field): ImportedFrame | null {
  const wkid = wkidOf(extent);
  const corner = (x: string, y: string): LngLat | null => degreesOf(extent.at(x).number, extent.at(y).number, wkid);
  const [low, high] = [corner('xmin', 'ymin'), corner('xmax', 'ymax')];
  if (low === null || high === null || low[0] === high[0] || low[1] >= high[1]) return null;
  return { kind: 'bounds', bounds: [low[0], low[1], high[0], high[1]] };
}

const zoomOfScale = (scale: number): number => clamp(Math.log2(SCALE_AT_ZERO / scale), 0, 22);

function fromViewpoint(viewpoint: Field): ImportedFrame | null {
  const target = viewpoint.at('targetGeometry');
  const bearing = Number(wrapDegrees(-(viewpoint.at('rotation').number ?? 0)).toFixed(2));
  const bounds = boundsIn(target);
  if (bounds !== null) return bearing === 0 ? bounds : ({ ...bounds, bearing } as ImportedFrame);
  const [center, scale] = [arcgisPoint(target), viewpoint.at('scale').number];
  return center === null || scale === null || scale <= 0
    ? null
    : { kind: 'view', center, zoom: zoomOfScale(scale), pitch: 0, bearing };
}

/** A camera of a scene: where it stands, how it is turned and tilted. */
function fromCamera(camera: Field): ImportedFrame | null {
  const position = camera.at('position');
  const [center, height] = [arcgisPoint(position), position.at('z').number];
  if (center === null || height === null || height <= 0) return null;
  const pitch = clamp(camera.at('tilt').number ?? 0, 0, MAX_PITCH);
  const bearing = Number(wrapDegrees(camera.at('heading').number ?? 0).toFixed(2));
  return { kind: 'view', center, zoom: clamp(Math.log2(35_200_000 / height), 0, 22), pitch, bearing };
}

/** Where a map of ArcGIS looks, by the first of these that says so. */
export function arcgisFrame(map: Field): ImportedFrame | null {
  const viewpoint = map.at('viewpoint');
  const [center, zoom] = [arcgisPoint(map.at('center')), map.at('zoom').number];
  const ways: readonly (readonly [Field, () => ImportedFrame | null])[] = [
    [map.at('camera'), () => fromCamera(map.at('camera'))],
    [viewpoint.at('camera'), () => fromCamera(viewpoint.at('camera'))],
    [viewpoint, () => fromViewpoint(viewpoint)],
    [map.at('extent'), () => boundsIn(map.at('extent'))],
    [
      map.at('center'),
      () =>
        center === null || zoom === null
          ? null
          : { kind: 'view', center, zoom: clamp(zoom - 1, 0, 22), pitch: 0, bearing: 0 },
    ],
  ];
  const found = ways
    .map(([field, read]) => ({ field, frame: field.has ? read() : null }))
    .find(({ frame }) => frame !== null);
  for (const name of ['extent', 'center', 'zoom', 'viewpoint', 'camera'])
    map.at(name).approximated('another field says where it looks');
  found?.field.approximated('the same ground, fitted to every screen', 'the view');
  return found?.frame ?? null;
}
