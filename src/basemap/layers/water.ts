import type { MapLayer } from './layer.ts';

export const WATER: readonly MapLayer[] = [
  { id: 'coast', part: 'map', type: 'line', source: 'coast', color: 'coast', width: 0.8, opacity: 1, yields: true },
  { id: 'lakes', part: 'lakes', type: 'fill', source: 'lakes', color: 'lakes', opacity: 1 },
  {
    id: 'rivers-small',
    part: 'rivers',
    type: 'line',
    source: 'rivers-small',
    color: 'rivers',
    width: 0.8,
    opacity: 1,
    yields: true,
  },
  {
    id: 'rivers-great',
    part: 'rivers',
    type: 'line',
    source: 'rivers-great',
    color: 'rivers',
    width: 1.3,
    opacity: 1,
    yields: true,
  },
];
