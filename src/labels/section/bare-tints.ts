import type { Projection } from '../../geo/lng-lat.ts';
import type { PathMark } from '../../marks/mark.ts';
import { pathOf, projectLine } from '../../marks/screen-path.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { Polygons } from '../../story/shapes/geometry-parts.ts';
import type { Layers } from '../../story/story.ts';

/**
 * Tints of the story's own areas where the map under them has gone: they are what is left to see, so they stay as strong
 * as the section says, drawn over the bare paper.
 * @param areas all that the story tints, by name
 */
export function bareTints(
  areas: Readonly<Record<string, Polygons>>,
  layers: Layers,
  projection: Projection,
): readonly PathMark[] {
  const bare = 1 - emphasisOf(layers, 'map');
  if (bare <= 0) return [];
  return layers.tints.flatMap(({ region, tone, opacity }) => {
    const rings = (areas[region] ?? []).flat().map((ring) => projectLine(ring, projection));
    if (rings.length === 0) return [];
    const fill = tone === 'past' ? 'tint-past' : 'tint';
    const fillOpacity = opacity * bare;
    return [{ type: 'path', key: `${fill} ${region}`, d: pathOf(rings, true), fill, fillOpacity } as const];
  });
}
