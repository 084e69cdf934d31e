import { GREAT_ROAD } from '../../geo/road-width.ts';
import type { Stop } from '../../geo/stops.ts';
import type { MapLayer } from './layer.ts';

const CASING_PX = 3;

/** A street is seen from where a town fills the screen. */
const STREET: readonly Stop[] = [
  [10, 0.3],
  [13, 0.8],
  [16, 3],
  [18, 7],
];
/** Of one width from afar, and as wide as a road from near. */
const ROAD: readonly Stop[] = [
  [13, 0.9],
  [16, 4.5],
  [18, 9],
];

export const ROADS: readonly MapLayer[] = [
  {
    id: 'roads-streets',
    part: 'roads',
    type: 'line',
    source: 'roads-streets',
    color: 'roads',
    width: STREET,
    opacity: 0.6,
    yields: true,
  },
  {
    id: 'roads-other',
    part: 'roads',
    type: 'line',
    source: 'roads-other',
    color: 'roads',
    width: ROAD,
    opacity: 1,
    yields: true,
  },
  {
    id: 'roads-casing',
    part: 'roads',
    type: 'line',
    source: 'roads-great',
    color: 'land',
    width: GREAT_ROAD.map(([zoom, width]) => [zoom, width + CASING_PX] as const),
    opacity: 0.85,
    yields: true,
  },
  {
    id: 'roads-great',
    part: 'roads',
    type: 'line',
    source: 'roads-great',
    color: 'red',
    width: GREAT_ROAD,
    opacity: 1,
    yields: true,
  },
];
