import { distanceKm } from '../../geo/along-line.ts';
import type { LngLat } from '../../geo/lng-lat.ts';
import type { MarkContext, Tone } from '../../marks/mark.ts';
import type { Annotation } from '../../story/story.ts';

/** The colour of the ground where rings lie on it: one that is marked throughout has a colour of its own. For halos of names in a ring. */
export function groundUnder(annotations: readonly Annotation[], context: MarkContext): (lngLat: LngLat) => Tone {
  const rings = annotations.flatMap((annotation) => {
    if (annotation.kind !== 'ring' || annotation.feather === 'inward') return [];
    const center = context.places[annotation.place]?.lngLat;
    return center === undefined ? [] : [{ center, radiusKm: annotation.radiusKm }];
  });
  return (lngLat) => {
    const inRing = rings.some(({ center, radiusKm }) => distanceKm(center, lngLat) < radiusKm);
    return inRing ? 'ring' : (context.groundAt?.(lngLat) ?? 'land');
  };
}
