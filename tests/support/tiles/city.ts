import { toWorld, type WorldPoint } from '../../../src/geo/mercator.ts';
import { seeded } from '../seeded.ts';

/** A thing of the generated town, as OpenStreetMap would tag it. */
export interface CityFeature {
  readonly what: 'way' | 'building' | 'water' | 'water-line' | 'area' | 'boundary' | 'place';
  /** OpenStreetMap's value, such as `residential` or `forest`. */
  readonly kind: string;
  readonly names: Readonly<Record<string, string>>;
  /** Mercator units: lines, rings (outer first) or single points. */
  readonly parts: readonly (readonly WorldPoint[])[];
}

const METRES = 40_075_016.686;
const BLOCK = 120;
/** Streets each way. */
const COUNT = 22;

const KINDS = [
  'residential',
  'residential',
  'tertiary',
  'residential',
  'service',
  'primary',
  'residential',
  'secondary',
];

/**
 * A town of some forty named streets each cut into hundreds of stretches, with houses, a river, a park, a wood and a railway.
 * @param center longitude and latitude of its middle
 */
export function generateCity(center: readonly [number, number], seed = 7): readonly CityFeature[] {
  const random = seeded(seed);
  const [cx, cy] = toWorld(center);
  const scale = METRES * Math.cos((center[1] * Math.PI) / 180);
  const at = (east: number, south: number): WorldPoint => [cx + east / scale, cy + south / scale];
  const half = (COUNT * BLOCK) / 2;
  const crossings = Array.from({ length: COUNT + 1 }, (_, row) =>
    Array.from({ length: COUNT + 1 }, (_, column) =>
      at(column * BLOCK - half + random() * 24, row * BLOCK - half + random() * 24),
    ),
  );
  const point = (row: number, column: number): WorldPoint => crossings[row]?.[column] ?? [cx, cy];
  const features: CityFeature[] = [];
  const add = (
    what: CityFeature['what'],
    kind: string,
    parts: CityFeature['parts'],
    names: CityFeature['names'] = {},
  ) => features.push({ what, kind, parts, names });
  for (let line = 0; line <= COUNT; line += 1) {
    const kind = KINDS[line % KINDS.length] ?? 'residential';
    for (let step = 0; step < COUNT; step += 1) {
      add('way', kind, [[point(line, step), point(line, step + 1)]], {
        name: `${line} Cross Street`,
        'name:ar': `شارع ${line}`,
      });
      add('way', kind, [[point(step, line), point(step + 1, line)]], { name: `${line} Long Avenue` });
    }
  }
  for (let row = 0; row < COUNT; row += 1) {
    for (let column = 0; column < COUNT; column += 1) {
      for (let house = 0; house < 4; house += 1) {
        const east = column * BLOCK - half + 34 + (house % 2) * 38;
        const south = row * BLOCK - half + 34 + Math.floor(house / 2) * 38;
        const [wide, deep] = [12 + random() * 20, 12 + random() * 20];
        const ring = [at(east, south), at(east + wide, south), at(east + wide, south + deep), at(east, south + deep)];
        add('building', 'yes', [[...ring, ring[0] ?? [cx, cy]]]);
      }
    }
  }
  const rectangle = (west: number, north: number, east: number, south: number): readonly WorldPoint[] => [
    at(west, north),
    at(east, north),
    at(east, south),
    at(west, south),
    at(west, north),
  ];
  add('water', 'river', [rectangle(-half, -40, half, 0)], { name: 'The River' });
  add('water-line', 'river', [[at(-half, -20), at(half, -20)]], { name: 'The River' });
  add('water-line', 'stream', [[at(-200, -half), at(-180, 0), at(-220, half)]]);
  add('area', 'forest', [
    rectangle(-half, half - 400, -half + 500, half),
    rectangle(-half + 100, half - 300, -half + 200, half - 200).toReversed(),
  ]);
  add('area', 'park', [rectangle(100, 100, 340, 300)]);
  add('area', 'residential', [rectangle(-half, -half, half, half)]);
  add('area', 'quantum_field', [rectangle(0, 0, 100, 100)]);
  add('way', 'rail', [[at(-half, 60), at(0, 72), at(half, 66)]]);
  add('way', 'footway', [[at(110, 110), at(330, 290)]], { name: 'Park Walk' });
  add('boundary', '8', [[at(-half, -half), at(half, half)]]);
  add('place', 'town', [[at(0, 0)]], { name: 'Gridton', 'name:ar': 'غريدتون', 'name:de': 'Gitterstadt' });
  add('place', 'suburb', [[at(500, 500)]], { name: 'Southend' });
  return features;
}
