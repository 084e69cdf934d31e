import type { BasemapMeta } from '../../../basemap/basemap.ts';

export type MapName = BasemapMeta['names'][number];
