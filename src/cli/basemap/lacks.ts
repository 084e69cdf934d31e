import type { Basemap, TownProperties } from '../../basemap/basemap.ts';
import type { BasemapOptions } from './options.ts';
import type { OwnLayer } from './own-layers/own-layers.ts';
import { scaleOf } from './scale.ts';

const isEmpty = (object: { readonly geometries?: readonly unknown[] } | undefined): boolean =>
  (object?.geometries?.length ?? 0) === 0;

function layerLacks({ objects }: Basemap, { own }: BasemapOptions): readonly string[] {
  const outside = Object.entries(own).filter(([layer]) => isEmpty(objects[layer as OwnLayer]));
  const missing = {
    rivers:
      'No rivers: for this extent the sources have only those wide enough to be drawn as areas. Bring your own: --rivers file.geojson --credit "…"',
    roads: 'No roads: the sources have none. Bring your own: --roads file.geojson --credit "…"',
    lakes:
      'No lakes: the sources have none of a size to be seen here. Bring your own: --lakes file.geojson --credit "…"',
  } as const;
  return [
    ...outside.map(([layer, path]) => `Nothing of ${path} lies in the bounds: the map has no ${layer}.`),
    ...(['rivers', 'roads', 'lakes'] as const)
      .filter((layer) => own[layer] === undefined && isEmpty(objects[layer]))
      .map((layer) => missing[layer]),
  ];
}

/** The coast of the sources is too coarse for a map of a village. */
function coastLacks({ objects, meta }: Basemap, { own }: BasemapOptions): readonly string[] {
  const hasCoast = 'arcs' in objects.coast && objects.coast.arcs.length > 0;
  if (scaleOf(meta.bounds) !== 'close' || !hasCoast || own.land !== undefined) return [];
  return [
    'A coarse coast: the sources know bends of some hundred metres and more. Bring your own: --land file.geojson --credit "…"',
  ];
}

/** What the author of a map should know that it does not have, a sentence each. */
export function lacksOf(basemap: Basemap, options: BasemapOptions): readonly string[] {
  const towns = basemap.objects.towns.geometries.map(({ properties }) => properties as TownProperties);
  const unnamed = options.languages.flatMap((language) => {
    const without = towns.filter(({ names }) => names[language] === undefined).length;
    return without === 0
      ? []
      : [
          `${without} of ${towns.length} towns have no name in "${language}" in these sources: they keep the English one.`,
        ];
  });
  return [
    ...coastLacks(basemap, options),
    ...layerLacks(basemap, options),
    ...(towns.length === 0 ? ['No towns: the sources name none of a thousand people or more here.'] : unnamed),
  ];
}
