import type { ScenePaint } from '../../../story/scene.ts';
import type { Theme } from '../stage.ts';

/** What the map is painted as, with a name that equal paints share. */
export interface NamedPaint extends ScenePaint {
  readonly theme: Theme;
  readonly name: string;
}

/** Paints of a scene, equal ones as one: two sections may well have the same map. */
export function namedPaints(paints: readonly ScenePaint[], theme: Theme): readonly NamedPaint[] {
  const byName = new Map<string, NamedPaint>();
  for (const paint of paints) {
    const name = JSON.stringify([theme, paint.mood, paint.layers]);
    byName.set(name, { ...paint, theme, name, weight: paint.weight + (byName.get(name)?.weight ?? 0) });
  }
  return [...byName.values()];
}
