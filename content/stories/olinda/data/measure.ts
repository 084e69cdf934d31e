/**
 * Measures the picture and the heights that this story is told from, and writes what it shows of them: README.md beside this
 * file says where both come from and what each rule means.
 *
 *     node content/stories/olinda/data/measure.ts L7_ETMs.tif olinda_dem_utm25s.tif cities1000.txt
 *
 * Same input, same files. What it prints are the figures of facts.yaml.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contours } from 'd3';
import { fromArrayBuffer } from 'geotiff';
import proj4 from 'proj4';
import sharp from 'sharp';

const HERE = import.meta.dirname;
/** EPSG:31985, as the picture says of itself. */
const UTM = '+proj=utm +zone=25 +south +ellps=GRS80 +towgs84=0,0,0 +units=m';

interface Raster {
  readonly width: number;
  readonly height: number;
  /** Metres. */
  readonly cell: number;
  readonly west: number;
  readonly north: number;
  readonly bands: readonly (readonly number[])[];
}

async function readRaster(path: string): Promise<Raster> {
  const bytes = await readFile(path);
  const tiff = await fromArrayBuffer(Uint8Array.from(bytes).buffer);
  const image = await tiff.getImage();
  const [west = 0, , east = 0, north = 0] = image.getBoundingBox();
  const bands = (await image.readRasters()) as unknown as ArrayLike<number>[];
  const width = image.getWidth();
  const height = image.getHeight();
  return { width, height, cell: (east - west) / width, west, north, bands: bands.map((band) => Array.from(band)) };
}

/** (a - b) / (a + b), a normalized difference: -1 to 1. */
const difference = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.map((value, at) => (value - (b[at] ?? 0)) / (value + (b[at] ?? 0)));

/**
 * The value that parts a histogram so that the two halves differ most between and least within themselves
 * (N. Otsu, A Threshold Selection Method from Gray-Level Histograms, 1979).
 */
function otsu(values: readonly number[], [from, to]: readonly [number, number], bins: number): number {
  const width = (to - from) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value - from) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const sum = counts.reduce((whole, count, bin) => whole + count * bin, 0);
  let [below, sumBelow, best, at] = [0, 0, -1, 0];
  for (const [bin, count] of counts.entries()) {
    below += count;
    sumBelow += count * bin;
    const above = values.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between > best) [best, at] = [between, bin];
  }
  return from + (at + 1) * width;
}

interface Limits {
  readonly water: number;
  readonly green: number;
  readonly wet: number;
  readonly pale: number;
}

const CLASSES = ['water', 'wet', 'green', 'pale', 'dull'] as const;
type Class = (typeof CLASSES)[number];

interface Measures {
  readonly water: readonly number[];
  readonly green: readonly number[];
  readonly wet: readonly number[];
  readonly brightness: readonly number[];
}

/** What each cell is called under some limits. */
export function classify({ water, green, wet, brightness }: Measures, limits: Limits): readonly Class[] {
  return water.map((value, at): Class => {
    if (value > limits.water) return 'water';
    if ((green[at] ?? 0) > limits.green) return (wet[at] ?? 0) > limits.wet ? 'wet' : 'green';
    return (brightness[at] ?? 0) > limits.pale ? 'pale' : 'dull';
  });
}

const shareOf = (classes: readonly Class[], ...wanted: readonly Class[]): number =>
  classes.filter((one) => wanted.includes(one)).length / classes.length;

const percent = (share: number): number => Number((100 * share).toFixed(1));

/** Rings of what is in a class, smoothed over three by three cells, in degrees; specks are left out. */
function shapeOf({ width, height, cell, west, north }: Raster, isIn: (at: number) => boolean): readonly number[][][][] {
  const near = [-1, 0, 1];
  const smooth = Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const around = near.flatMap((dy) =>
      near.map((dx) => [Math.min(width - 1, Math.max(0, x + dx)), Math.min(height - 1, Math.max(0, y + dy))] as const),
    );
    return around.filter(([cx, cy]) => isIn(cy * width + cx)).length / around.length;
  });
  const toDegrees = ([x = 0, y = 0]: readonly number[]): number[] => {
    const [lng, lat] = proj4(UTM, 'WGS84', [
      west + Math.min(width, Math.max(0, x)) * cell,
      north - Math.min(height, Math.max(0, y)) * cell,
    ]);
    return [Number((lng ?? 0).toFixed(5)), Number((lat ?? 0).toFixed(5))];
  };
  const [shape] = contours().size([width, height]).thresholds([0.5])(smooth);
  return (shape?.coordinates ?? [])
    .map((polygon) => polygon.filter((ring) => Math.abs(areaOf(ring)) >= SPECK))
    .filter((polygon) => polygon.length > 0)
    .map((polygon) => polygon.map((ring) => straightened(ring).map(toDegrees)));
}

/** Cells that a patch or a hole has at least, to be drawn. */
const SPECK = 8;
/** How far a line may leave out bends, in cells. */
const TOLERANCE = 0.4;

const areaOf = (ring: readonly (readonly number[])[]): number =>
  ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/** Douglas and Peucker's method, on an open line. */
function simplified(line: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  const [ax = 0, ay = 0] = first;
  const [bx = 0, by = 0] = last;
  const length = Math.hypot(bx - ax, by - ay);
  const away = line.map(([x = 0, y = 0]) =>
    length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length,
  );
  const farthest = away.reduce((most, value, at) => (value > (away[most] ?? 0) ? at : most), 0);
  if ((away[farthest] ?? 0) <= TOLERANCE) return [first, last];
  return [...simplified(line.slice(0, farthest + 1)).slice(0, -1), ...simplified(line.slice(farthest))];
}

function straightened(ring: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const half = Math.floor(ring.length / 2);
  return [...simplified(ring.slice(0, half + 1)).slice(0, -1), ...simplified(ring.slice(half))];
}

const table = (rows: readonly (readonly (string | number)[])[]): string =>
  `${rows.map((row) => row.join(',')).join('\n')}\n`;

const write = (name: string, text: string): Promise<void> => writeFile(join(HERE, name), text);

const [pictureFile = '', heightsFile = '', townsFile = ''] = process.argv.slice(2);
const picture = await readRaster(pictureFile);
const heights = await readRaster(heightsFile);
const [blue = [], greenBand = [], red = [], nearInfrared = [], shortwave = []] = picture.bands;
const measures: Measures = {
  water: difference(greenBand, shortwave),
  green: difference(nearInfrared, red),
  wet: difference(nearInfrared, shortwave),
  brightness: blue.map((value, at) => value + (greenBand[at] ?? 0) + (red[at] ?? 0)),
};

const water = otsu(measures.water, [-1, 1], 200);
const onLand = (values: readonly number[]): readonly number[] =>
  values.filter((_, at) => (measures.water[at] ?? 0) <= water);
const green = otsu(onLand(measures.green), [-1, 1], 200);
const isBuilt = (at: number): boolean => (measures.water[at] ?? 0) <= water && (measures.green[at] ?? 0) <= green;
const pale = otsu(
  measures.brightness.filter((_, at) => isBuilt(at)),
  [0, 765],
  255,
);
/** Taken from the tail of its histogram, which has no valley: README.md says what that means. */
const wet = 0.2;
const limits: Limits = { water, green, wet, pale };
const classes = classify(measures, limits);

/** What a class has under its own limit, and under one a tenth more and a tenth less; of brightness a tenth of it. */
const SHIFT = 0.1;
const moved = (by: number): Readonly<Record<'water' | 'green' | 'wet' | 'pale', number>> => ({
  water: shareOf(classify(measures, { ...limits, water: water - by }), 'water'),
  green: shareOf(classify(measures, { ...limits, green: green - by }), 'green', 'wet'),
  wet: shareOf(classify(measures, { ...limits, wet: wet - by }), 'wet'),
  pale: shareOf(classify(measures, { ...limits, pale: pale * (1 - by) }), 'pale'),
});
const [few, most, chosen] = [moved(-SHIFT), moved(SHIFT), moved(0)];

const NAMES = {
  water: ['Water', 'Água'],
  green: ['Green', 'Verde'],
  wet: ['Wet green', 'Verde úmido'],
  pale: ['The rest (pale)', 'O resto (claro)'],
} as const;
await write(
  'limits.csv',
  table([
    ['class', 'name', 'name_pt-BR', 'fewest', 'share', 'most'],
    ...(['green', 'pale', 'water', 'wet'] as const).map((one) => [
      one,
      ...NAMES[one],
      percent(few[one]),
      percent(chosen[one]),
      percent(most[one]),
    ]),
  ]),
);

const SHOWN = {
  dull: ['The rest (dark)', 'O resto (escuro)'],
  green: ['Other green', 'Outro verde'],
  water: ['Water', 'Água'],
  pale: ['The rest (pale)', 'O resto (claro)'],
  wet: ['Wet green', 'Verde úmido'],
} as const;
const shown = ['dull', 'green', 'water', 'pale', 'wet'] as const;
await write(
  'cover.csv',
  table([
    ['class', 'name', 'name_pt-BR', 'cells', 'share'],
    ...shown.map((one) => [
      one,
      ...SHOWN[one],
      classes.filter((other) => other === one).length,
      percent(shareOf(classes, one)),
    ]),
  ]),
);

const frame = [
  [0, 0],
  [picture.width, 0],
  [picture.width, picture.height],
  [0, picture.height],
  [0, 0],
].map(([x = 0, y = 0]) => {
  const [lng = 0, lat = 0] = proj4(UTM, 'WGS84', [picture.west + x * picture.cell, picture.north - y * picture.cell]);
  return [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
});
const areas = {
  other: [[frame]],
  water: shapeOf(picture, (at) => classes[at] === 'water'),
  green: shapeOf(picture, (at) => classes[at] === 'green' || classes[at] === 'wet'),
  wet: shapeOf(picture, (at) => classes[at] === 'wet'),
};
/** Where each lies: what it is, the legend says. */
const areaNames = {
  other: ['The south and the shore', 'O sul e a faixa da praia'],
  water: ['The east', 'O leste'],
  green: ['The hills of the north-west', 'Os morros do noroeste'],
  wet: ['Patches near the mouths of rivers', 'Manchas perto da foz dos rios'],
} as const;
const SOURCE = {
  en: 'Computed for this story from the Landsat 7 picture',
  'pt-BR': 'Calculado para esta história a partir da imagem do Landsat 7',
};
const collection = (features: readonly object[], source = SOURCE): string =>
  `${JSON.stringify({ type: 'FeatureCollection', source, licence: 'CC BY 4.0', id: 'class', features }).replaceAll('{"type":"Feature"', '\n{"type":"Feature"')}\n`;
await write(
  'cover.geojson',
  collection(
    (['other', 'water', 'green', 'wet'] as const).map((one) => ({
      type: 'Feature',
      properties: { class: one, name: areaNames[one][0], 'name_pt-BR': areaNames[one][1] },
      geometry: { type: 'MultiPolygon', coordinates: areas[one] },
    })),
  ),
);

/** The row of the heights that crosses the hill by the sea. */
const ROW = 76;
const [elevation = []] = heights.bands;
const profile = elevation.slice(ROW * heights.width, (ROW + 1) * heights.width);
await write(
  'profile.csv',
  table([['km', 'metres'], ...profile.map((metres, at) => [((at + 0.5) * (heights.cell / 1000)).toFixed(2), metres])]),
);
const y = heights.north - (ROW + 0.5) * heights.cell;
const ends = [heights.west, heights.west + heights.width * heights.cell].map((x) => {
  const [lng = 0, lat = 0] = proj4(UTM, 'WGS84', [x, y]);
  return [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
});
await write(
  'section.geojson',
  collection(
    [{ type: 'Feature', properties: { class: 'line' }, geometry: { type: 'LineString', coordinates: ends } }],
    { en: 'One row of cells of the heights', 'pt-BR': 'Uma fileira de quadrados das altitudes' },
  ),
);

const [WEST, SOUTH, EAST, NORTH] = [-35.75, -8.5, -34.5, -7.55];
const towns = (await readFile(townsFile, 'utf8'))
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([, , , , lat, lng]) => {
    const [x, y] = [Number(lng), Number(lat)];
    return x > WEST && x < EAST && y > SOUTH && y < NORTH;
  })
  .sort((a, b) => Number(b[14]) - Number(a[14]));
await write(
  'towns.csv',
  table([
    ['id', 'name', 'lng', 'lat', 'people', 'unit2', 'changed'],
    ...towns.map((row) => [row[0], row[1], row[5], row[4], row[14], row[11], row[18]].map((cell) => cell ?? '')),
  ]),
);

/** Each band in grey, from black where two in a hundred cells are darker to white where two are brighter; three pixels a cell. */
async function drawBand(band: readonly number[], number: number): Promise<void> {
  const sorted = band.toSorted((a, b) => a - b);
  const [low = 0, high = 255] = [0.02, 0.98].map((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  const grey = Buffer.from(band.map((value) => Math.round(255 * Math.min(1, Math.max(0, (value - low) / (high - low))))));
  await sharp(grey, { raw: { width: picture.width, height: picture.height, channels: 1 } })
    .resize(picture.width * 3, picture.height * 3, { kernel: 'nearest' })
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toFile(join(HERE, '..', 'media', `band-${number}.png`));
}
await Promise.all(picture.bands.map((band, at) => drawBand(band, at + 1)));

/** Heights lie on cells three and a bit times as wide, from the same corner. */
const heightAt = (at: number): number => {
  const [x, y] = [at % picture.width, Math.floor(at / picture.width)].map((cells) =>
    Math.min(heights.width - 1, Math.floor(((cells + 0.5) * picture.cell) / heights.cell)),
  );
  return elevation[(y ?? 0) * heights.width + (x ?? 0)] ?? 0;
};
const LOW = 10;
const lowShare = (...wanted: readonly Class[]): number => {
  const cells = classes.flatMap((one, at) => (wanted.includes(one) ? [heightAt(at)] : []));
  return cells.filter((metres) => metres <= LOW).length / cells.length;
};
const land = elevation.filter((metres) => metres > 0);
const square = [...new Set(classes)].map((one) => [one, percent(shareOf(classes, one))]);
console.log(
  JSON.stringify(
    {
      cells: classes.length,
      values: classes.length * picture.bands.length,
      cellMetres: picture.cell,
      heightsCellMetres: heights.cell,
      kilometres: [(picture.width * picture.cell) / 1000, (picture.height * picture.cell) / 1000],
      limits,
      shares: Object.fromEntries(square),
      fewest: few,
      chosen,
      most,
      lowOfWet: percent(lowShare('wet')),
      lowOfGreen: percent(lowShare('green', 'wet')),
      landAtMost10m: percent(land.filter((metres) => metres <= LOW).length / land.length),
      highest: Math.max(...elevation),
      profile: { highest: Math.max(...profile), latitude: ends[0]?.[1], hill: Math.max(...profile.slice(70)) },
      frame,
    },
    null,
    1,
  ),
);
