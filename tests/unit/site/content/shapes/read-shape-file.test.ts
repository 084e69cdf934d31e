import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry } from 'geojson';
import { topology } from 'topojson-server';
import { parseData } from '../../../../../src/content/schema/data.ts';
import { readShapeFile } from '../../../../../src/site/content/shapes/read-shape-file.ts';
import { pointsShp, textsDbf, zipOf } from './small-shapefile.ts';

const bytesOf = (file: string | Uint8Array) => (typeof file === 'string' ? new TextEncoder().encode(file) : file);

async function featuresOf(path: string, file: string | Uint8Array) {
  const { data, fault } = await readShapeFile(path, bytesOf(file));
  assert.equal(fault, null, fault?.detail);
  const { members, features } = parseData(data);
  assert.ok(members.success);
  return features.map(({ id, geometry }) => ({ id, geometry }));
}

async function faultOf(path: string, file: string | Uint8Array) {
  const { fault } = await readShapeFile(path, bytesOf(file));
  return `${fault?.problem}: ${fault?.detail}`;
}

const near = (geometry: Geometry | undefined, [lng, lat]: readonly [number, number]): void => {
  assert.ok(geometry?.type === 'Point');
  const [x = 0, y = 0] = geometry.coordinates;
  assert.ok(Math.hypot(x - lng, y - lat) < 1e-5, `${x}, ${y}`);
};

const GPX = `<?xml version="1.0"?>
<gpx version="1.1" creator="A device" xmlns="http://www.topografix.com/GPX/1/1">
  <wpt lat="35.5" lon="36.5"><ele>12</ele><name>Camp &amp; well</name></wpt>
  <trk><name>The way</name><trkseg>
    <trkpt lat="35" lon="36"><ele>1</ele><time>2019-12-27T08:00:00Z</time></trkpt>
    <trkpt lat="35.1" lon="36.2"/>
  </trkseg></trk>
</gpx>`;

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Zones</name>
  <Placemark id="north"><name>شمال</name><ExtendedData><Data name="people"><value>12</value></Data></ExtendedData>
    <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>36,35,0 37,35,0 37,36,0 36,35,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry>
  </Placemark>
  <Placemark><name>Nowhere</name></Placemark>
  <GroundOverlay><name>A scan</name><LatLonBox><north>2</north><south>1</south><east>2</east><west>1</west></LatLonBox></GroundOverlay>
</Folder></Document></kml>`;

test('a GPX file gives its tracks and waypoints, without heights', async () => {
  const features = await featuresOf('data/way.gpx', GPX);
  const track = features.find(({ geometry }) => geometry.type === 'LineString')?.geometry;
  assert.deepEqual(track, {
    type: 'LineString',
    coordinates: [
      [36, 35],
      [36.2, 35.1],
    ],
  });
  near(features.find(({ geometry }) => geometry.type === 'Point')?.geometry, [36.5, 35.5]);
  assert.equal(features.length, 2);
});

test('a KML file gives its placemarks by their ids, with their values, and no pictures laid on the ground', async () => {
  const { data } = await readShapeFile('data/zones.kml', bytesOf(KML));
  const { features, notes } = parseData(data);
  assert.deepEqual(
    features.map(({ id }) => id),
    ['north'],
  );
  assert.deepEqual([...notes], [['empty', ['feature 2']]]);
  const [raw] = (data as { features: { properties: Record<string, unknown> }[] }).features;
  assert.equal(raw?.properties['name'], 'شمال');
  assert.equal(raw?.properties['people'], '12');
});

const square = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ],
  ],
});
const areas = (ids: readonly (string | number)[], from: number) => ({
  type: 'FeatureCollection' as const,
  features: ids.map((id, at) => ({ type: 'Feature' as const, id, properties: { id }, geometry: square(from + at) })),
});

test('a TopoJSON file gives the features of its object, quantized or not, with ids that are numbers', async () => {
  const made = topology({ counties: areas([1001, 1002], 0) }, 1e5);
  const features = await featuresOf('data/us.topojson', JSON.stringify(made));
  assert.deepEqual(
    features.map(({ id }) => id),
    ['1001', '1002'],
  );
  const [first] = features;
  assert.ok(first?.geometry.type === 'Polygon');
  for (const [x = 9, y = 9] of first.geometry.coordinates[0] ?? []) {
    assert.ok(Math.min(Math.abs(x), Math.abs(x - 1)) < 1e-4 && Math.min(Math.abs(y), Math.abs(y - 1)) < 1e-4);
  }
});

test('features of a file with several objects say which they are of', async () => {
  const made = topology({ counties: areas(['01001', '01002'], 0), states: areas(['01'], 0) });
  const { data } = await readShapeFile('data/us.topojson', bytesOf(JSON.stringify(made)));
  const { objects, features } = data as { objects: string[]; features: { object: string }[] };
  assert.deepEqual(objects, ['counties', 'states']);
  assert.deepEqual(
    features.map(({ object }) => object),
    ['counties', 'counties', 'states'],
  );
});

const UTM_36N =
  'PROJCS["WGS 84 / UTM zone 36N",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",33],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]';

test('a zipped Shapefile is in degrees as its .prj says, and its texts in the encoding its .cpg says', async () => {
  const zip = zipOf({
    'places/camps.shp': pointsShp([
      [500_000, 0],
      [500_000, 3_873_043.0],
    ]),
    'places/camps.dbf': textsDbf('NAME', ['Équateur', 'شمال']),
    'places/camps.prj': UTM_36N,
    'places/camps.cpg': 'UTF-8',
    '__MACOSX/places/._camps.shp': 'nothing',
    'readme.txt': 'Camps',
  });
  const { data } = await readShapeFile('data/camps.zip', zip);
  const { features } = parseData(data);
  assert.equal(features.length, 2);
  near(features[0]?.geometry, [33, 0]);
  near(features[1]?.geometry, [33, 35]);
  const raw = (data as { features: { properties: Record<string, unknown> }[] }).features;
  assert.deepEqual(
    raw.map(({ properties }) => properties['NAME']),
    ['Équateur', 'شمال'],
  );
});

test('a Shapefile without its table or its projection is read all the same, as it stands', async () => {
  const [only] = await featuresOf('data/camps.zip', zipOf({ 'CAMPS.SHP': pointsShp([[36, 35]]) }));
  assert.deepEqual(only, { id: '1', geometry: { type: 'Point', coordinates: [36, 35] } });
});

/** What a zip says of the size of what is in it, as a bomb says what is true and no disk could hold. */
function saying(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const central = copy.findIndex((_, at) => at + 4 <= copy.length && view.getUint32(at, true) === 0x02014b50);
  view.setUint32(central + 24, size, true);
  return copy;
}

test('what is not what its ending says is told, with the reason', async () => {
  const shp = zipOf({ 'a.shp': pointsShp([[36, 35]]) });
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['data/a.gpx', GPX.slice(0, 300), /^UnreadableShapes: GPX: /],
    ['data/a.gpx', '{"type": "FeatureCollection"}', /^UnreadableShapes: GPX: /],
    ['data/a.gpx', '<gpx version="1.1"/>', /GPX: there are no shapes in it/],
    ['data/a.kml', zipOf({ 'doc.kml': KML }), /^UnreadableShapes: KML: /],
    ['data/a.topojson', JSON.stringify(areas(['a'], 0)), /TopoJSON: it does not say that it is a Topology/],
    [
      'data/a.topojson',
      '{"type": "Topology", "objects": {"a": {"type": "LineString", "arcs": [7]}}, "arcs": []}',
      /^UnreadableShapes: TopoJSON: /,
    ],
    ['data/a.zip', 'no zip', /^UnreadableShapes: a zipped Shapefile: /],
    ['data/a.zip', zipOf({ 'doc.kml': KML }), /no `\.shp` is in it/],
    ['data/a.zip', zipOf({ 'a.shp': 'no shapes' }), /^UnreadableShapes: a zipped Shapefile: /],
    ['data/a.zip', saying(shp, 3e8), /more than 200 MB are in it/],
  ];
  for (const [path, file, expected] of cases) assert.match(await faultOf(path, file), expected, path);
});

test('entities of XML that would swell to gigabytes are not followed', async () => {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
  const bomb = GPX.replace('<gpx', `<!DOCTYPE gpx [<!ENTITY e0 "swelling">${entities}]><gpx`).replace(
    'The way',
    '&e9;',
  );
  const { data, fault } = await readShapeFile('data/a.gpx', bytesOf(bomb));
  assert.ok(fault !== null || JSON.stringify(data).length < 10_000);
});

/** Two squares whose ring ends a step of the grid too far up, and what simplifying has left of an island and of a lake. */
const ATLAS = JSON.stringify({
  type: 'Topology',
  transform: { scale: [0.001, 0.001], translate: [36, 35] },
  objects: {
    counties: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: 'a', arcs: [[[0], [1]], [[1]]] },
        { type: 'Polygon', id: 'b', arcs: [[2]] },
      ],
    },
  },
  arcs: [
    [
      [0, 0],
      [900, 0],
      [0, 900],
      [-900, 0],
      [0, -899],
    ],
    [
      [100, 100],
      [5, 5],
      [-5, -5],
      [0, 0],
    ],
    [
      [0, 0],
      [900, 0],
      [0, 900],
      [-900, 0],
      [0, -500],
    ],
  ],
});

test('of an atlas rings that its rounding has opened are closed, and those it has folded left out, without a word', async () => {
  const { data } = await readShapeFile('data/atlas.topojson', bytesOf(ATLAS));
  const { features, notes } = parseData(data);
  const [county] = features;
  assert.ok(county?.geometry.type === 'Polygon' || county?.geometry.type === 'MultiPolygon');
  assert.equal(county.geometry.coordinates.flat(county.geometry.type === 'Polygon' ? 0 : 1).length, 1);
  // One that is open by half its side is none that rounding has opened.
  assert.deepEqual([...notes.keys()], ['open-ring']);
  assert.equal(notes.get('open-ring')?.length, 1);
});
