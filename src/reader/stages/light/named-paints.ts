import type { ScenePaint } from '../../../story/scene.ts';
import type { Layers } from '../../../story/story.ts';
import type { Theme } from '../stage.ts';

/** What the map is painted as, with a name that equal paints share. */
export interface NamedPaint extends ScenePaint {
  readonly theme: Theme;
  readonly name: string;
}

/** A section's layers are the same object in every frame. */
const texts = new WeakMap<Layers, string>();

function textOf(layers: Layers): string {
  const text = texts.get(layers) ?? JSON.stringify(layers);
  texts.set(layers, text);
  return text;
}

/** Paints of a scene, equal ones as one: two sections may well have the same map. */
export function namedPaints(paints: readonly ScenePaint[], theme: Theme): readonly NamedPaint[] {
  const byName = new Map<string, NamedPaint>();
  for (const paint of paints) {
    const name = `${theme} ${paint.mood} ${textOf(paint.layers)}`;
    byName.set(name, { ...paint, theme, name, weight: paint.weight + (byName.get(name)?.weight ?? 0) });
  }
  return [...byName.values()];
}
