import { GREAT_ROAD } from '../../geo/road-width.ts';
import type { MapLayer } from './layer.ts';

const CASING_PX = 3;

export const ROADS: readonly MapLayer[] = [
  { id: 'roads-other', part: 'roads', type: 'line', source: 'roads-other', color: 'roads', width: 0.9, opacity: 1 },
  {
    id: 'roads-casing',
    part: 'roads',
    type: 'line',
    source: 'roads-great',
    color: 'land',
    width: GREAT_ROAD.map(([zoom, width]) => [zoom, width + CASING_PX] as const),
    opacity: 0.85,
  },
  {
    id: 'roads-great',
    part: 'roads',
    type: 'line',
    source: 'roads-great',
    color: 'red',
    width: GREAT_ROAD,
    opacity: 1,
  },
];
