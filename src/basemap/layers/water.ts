import type { MapLayer } from './layer.ts';

export const WATER: readonly MapLayer[] = [
  { id: 'coast', theme: 'map', type: 'line', source: 'coast', color: 'coast', width: 0.8, opacity: 1 },
  { id: 'lakes', theme: 'lakes', type: 'fill', source: 'lakes', color: 'lakes', opacity: 1 },
  {
    id: 'rivers-small',
    theme: 'rivers',
    type: 'line',
    source: 'rivers-small',
    color: 'rivers',
    width: 0.8,
    opacity: 1,
  },
  {
    id: 'rivers-great',
    theme: 'rivers',
    type: 'line',
    source: 'rivers-great',
    color: 'rivers',
    width: 1.3,
    opacity: 1,
  },
];
