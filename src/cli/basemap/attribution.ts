import type { BasemapMeta } from '../../basemap/basemap.ts';

type Credit = BasemapMeta['attribution'][number];

/** Credits the map must show, in order. `short` is what remains where there is no room: null may be dropped. */
export function attribution(has: { readonly rivers: boolean; readonly roads: boolean }): Credit[] {
  const always: Credit[] = [
    { text: '© OpenStreetMap contributors', short: '© OpenStreetMap', licence: 'ODbL-1.0' },
    { text: 'Natural Earth', short: null, licence: 'public domain' },
    { text: 'GeoNames', short: 'GeoNames', licence: 'CC-BY-4.0' },
  ];
  const rivers: Credit = { text: 'rivers WDB II', short: null, licence: 'LGPL-3.0-or-later' };
  const roads: Credit = { text: 'roads schematic', short: null, licence: 'MIT' };
  return [...always, ...(has.rivers ? [rivers] : []), ...(has.roads ? [roads] : [])];
}
