import type { MapLayer } from './layer.ts';

export const BOUNDARIES: readonly MapLayer[] = [
  {
    id: 'region-lines',
    part: 'regions',
    type: 'line',
    source: 'region-lines',
    color: 'region-lines',
    width: 0.9,
    dash: [1, 3.2],
    opacity: 1,
    yields: true,
  },
  {
    id: 'borders',
    part: 'borders',
    type: 'line',
    source: 'borders',
    color: 'borders',
    width: 1,
    opacity: 1,
    yields: true,
  },
];
