/** How strongly a road is drawn: 1 a great road, 2 a road, 3 a street or a way. */
export type RoadRank = 1 | 2 | 3;

/** Classes as OpenStreetMap's `highway`, Natural Earth's `type` and the tiles' schemas write them. */
const RANKS: Readonly<Record<string, RoadRank>> = {
  motorway: 1,
  trunk: 1,
  highway: 1,
  'major highway': 1,
  primary: 1,
  major_road: 2,
  'secondary highway': 2,
  secondary: 2,
  tertiary: 2,
  road: 2,
};

const FIELDS = ['class', 'highway', 'kind', 'type'] as const;

type Properties = { readonly [key: string]: unknown };

/** A rank that the file says itself counts first; a class nobody knows is a street. */
export function roadRank(properties: Properties): RoadRank {
  const given = properties['rank'];
  if (given === 1 || given === 2 || given === 3) return given;
  const found = FIELDS.map((field) => properties[field]).find((value) => typeof value === 'string');
  if (typeof found !== 'string') return 2;
  return RANKS[found.toLowerCase().replace(/_link$/, '')] ?? 3;
}

/** The number on a road's shield; without one the road has none. Of several numbers the first. */
export function roadRef({ ref, shield }: Properties): string {
  const isText = typeof ref === 'string' || typeof ref === 'number';
  return isText && shield !== false ? (String(ref).split(';')[0] ?? '').trim() : '';
}
