import { mix } from './easing.ts';
import type { Layers, MapPart } from './story.ts';
import { MAP_PARTS } from './story.ts';

type Tint = Layers['tints'][number];

/** Whether a picture lies over the map that more is seen of than of the map. */
export const hidesMap = ({ ground }: Layers): boolean =>
  ground !== undefined && ground.show !== null && ground.over > 0.5;

/** Opacity of a part of the map; what a section does not mention is fully there. Crosses must be asked for. */
export function emphasisOf(layers: Layers, part: MapPart): number {
  return layers.emphasis[part] ?? (part === 'crosses' ? 0 : 1);
}

const sameTint = (a: Tint) => (b: Tint) => a.region === b.region && a.tone === b.tone;

function mixTints(from: readonly Tint[], to: readonly Tint[], t: number): readonly Tint[] {
  const leaving = from.map((tint) => ({
    ...tint,
    opacity: mix(tint.opacity, to.find(sameTint(tint))?.opacity ?? 0, t),
  }));
  const arriving = to.filter((tint) => !from.some(sameTint(tint)));
  return [...leaving, ...arriving.map((tint) => ({ ...tint, opacity: tint.opacity * t }))];
}

type Shown = NonNullable<Layers['shown']>;

const mixShown = (from: Shown, to: Shown, t: number): Shown =>
  Object.fromEntries(Object.keys({ ...from, ...to }).map((name) => [name, mix(from[name] ?? 0, to[name] ?? 0, t)]));

/** Layers part of the way from one section's to the next one's. */
export function mixLayers(from: Layers, to: Layers, t: number): Layers {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const emphasis = Object.fromEntries(
    MAP_PARTS.map((part) => [part, mix(emphasisOf(from, part), emphasisOf(to, part), t)]),
  );
  return {
    emphasis,
    tints: mixTints(from.tints, to.tints, t),
    wash: mix(from.wash, to.wash, t),
    detail: mix(from.detail ?? 0, to.detail ?? 0, t),
    shown: mixShown(from.shown ?? {}, to.shown ?? {}, t),
  };
}
