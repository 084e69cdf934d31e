import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { feature } from 'topojson-client';
import type { Detail } from '../../../src/basemap/detail/detail.ts';
import { contains } from '../../../src/geo/bounds.ts';
import { CITY_BOUNDS, cityStory, cityTiles, makeProject, runGround } from '../../support/tiles/city-project.ts';
import type { SchemaName } from '../../support/tiles/schema-city.ts';
import { writeMbtiles } from '../../support/tiles/write-mbtiles.ts';
import { writePmtiles } from '../../support/tiles/write-pmtiles.ts';

const METADATA = { attribution: '© OpenStreetMap contributors' };

type Ran = Awaited<ReturnType<typeof runGround>>;
const ran = new Map<string, Promise<Ran>>();

async function cutAnew(schema: SchemaName, zooms: readonly number[], leaves = false): Promise<Ran> {
  const root = await makeProject(cityStory(zooms));
  const archive = writePmtiles(cityTiles(schema), { metadata: METADATA, bounds: CITY_BOUNDS, leaves });
  await writeFile(join(root, 'area.pmtiles'), archive);
  return runGround(root, 'town', '--from', 'area.pmtiles');
}

/** The same, once a schema and zooms. */
function cut(schema: SchemaName, zooms: readonly number[] = [15]): Promise<Ran> {
  const key = `${schema} ${zooms}`;
  const found = ran.get(key) ?? cutAnew(schema, zooms);
  ran.set(key, found);
  return found;
}

const detailIn = (files: Readonly<Record<string, string>>, id: string): Detail =>
  JSON.parse(files[`${id}.topo.json`] ?? 'null') as Detail;

const NAMES: Readonly<Record<SchemaName, string>> = {
  protomaps: 'Protomaps 4',
  openmaptiles: 'OpenMapTiles',
  shortbread: 'Shortbread',
};

for (const schema of Object.keys(NAMES) as SchemaName[]) {
  test(`a close section gets streets, houses, water, woods, rail and names from ${schema}`, async () => {
    const { code, printed, errors, files } = await cut(schema);
    assert.equal(errors, '');
    assert.equal(code, 0);
    assert.match(printed.join('\n'), new RegExp(`PMTiles, schema ${NAMES[schema]}, zoom 12 to 15`));
    assert.match(printed.join('\n'), /Not understood and left out: .*quantum_field/);
    const { objects, meta } = detailIn(files, 'close-0');
    assert.deepEqual(Object.keys(objects).sort(), [
      ...['boundaries', 'buildings', 'built-up', 'parks', 'paths', 'places', 'rail', 'roads-major', 'roads-medium'],
      ...['roads-minor', 'roads-service', 'streams', 'streets', 'water', 'waterways', 'woods'],
    ]);
    assert.ok(objects.streets.geometries.length > 10);
    assert.match(objects.streets.geometries[0]?.properties?.names['local'] ?? '', /Street|Avenue/);
    assert.deepEqual(
      meta.attribution.map(({ licence }) => licence),
      ['ODbL-1.0'],
    );
    assert.match(files['PROVENANCE.md'] ?? '', /npm run ground -- town --from area\.pmtiles/);
  });
}

test('what is cut lies in what the cameras see, on the ground it was made for', async () => {
  const { files } = await cut('protomaps', [16]);
  const detail = detailIn(files, 'close-0');
  const { buildings } = detail.objects;
  assert.ok(buildings);
  const { geometry } = feature(detail, buildings);
  const points = geometry.coordinates.flat(2) as [number, number][];
  const near = detail.meta.views.filter(([, , , , zoom]) => zoom >= 14.5);
  const boxes = near.map(([west, south, east, north]) => [west, south, east, north] as const);
  assert.ok(points.length > 100);
  assert.ok(points.every((point) => boxes.some((box) => contains(box, point, -0.02))));
  assert.ok(points.every((point) => contains(CITY_BOUNDS, point)));
});

test('the same input gives the same files, and an archive with two levels of directories the same as one with one', async () => {
  const [first, second, deep] = [
    await cut('shortbread'),
    await cutAnew('shortbread', [15]),
    await cutAnew('shortbread', [15], true),
  ];
  assert.ok(JSON.stringify(first.files) === JSON.stringify(second.files));
  assert.ok(first.files['close-0.topo.json'] === deep.files['close-0.topo.json']);
});

test('MBTiles, packed or not, give what PMTiles give', async () => {
  const expected = detailIn((await cut('openmaptiles')).files, 'close-0');
  for (const gzip of [true, false]) {
    const root = await makeProject();
    const metadata = { format: 'pbf', attribution: METADATA.attribution };
    writeMbtiles(join(root, 'area.mbtiles'), cityTiles('openmaptiles'), metadata, gzip);
    const { code, files } = await runGround(root, 'town', '--from', 'area.mbtiles');
    assert.equal(code, 0);
    const { objects, arcs } = detailIn(files, 'close-0');
    assert.ok(JSON.stringify([objects, arcs]) === JSON.stringify([expected.objects, expected.arcs]));
  }
});

test('a close section weighs at most 80 kB compressed, and twelve 600 kB', async () => {
  const { printed, files } = await cut('protomaps', [13, 13.5, 14, 14.5, 15, 15.5, 16, 16.5, 17, 17, 16, 14]);
  const weights = printed
    .flatMap((line) => Number(/: (\d+) kB compressed/.exec(line)?.[1] ?? Number.NaN))
    .filter(Number.isFinite);
  assert.equal(weights.length, 12);
  assert.equal(Object.keys(files).length, 13);
  assert.ok(
    weights.every((kilobytes) => kilobytes <= 80),
    weights.join(),
  );
  assert.ok(weights.reduce((a, b) => a + b) <= 600, weights.join());
});

test('a section that is close no more loses its file, and files of other commands stay', async () => {
  const root = await makeProject(cityStory([15, 15]));
  await writeFile(join(root, 'area.pmtiles'), writePmtiles(cityTiles('protomaps'), { metadata: METADATA }));
  const first = await runGround(root, 'town', '--from', 'area.pmtiles');
  assert.deepEqual(Object.keys(first.files), ['PROVENANCE.md', 'close-0.topo.json', 'close-1.topo.json']);
  await writeFile(join(root, 'content/stories/town/ground/note.txt'), 'mine');
  const far = cityStory([15, 9])['en/11-close-1.mdx'] ?? '';
  await writeFile(join(root, 'content/stories/town/en/11-close-1.mdx'), far);
  const second = await runGround(root, 'town', '--from', 'area.pmtiles');
  assert.deepEqual(Object.keys(second.files), ['PROVENANCE.md', 'close-0.topo.json', 'note.txt']);
});
