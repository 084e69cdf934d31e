import { clamp } from '../../../../geo/clamp.ts';
import type { Field } from '../../input/field.ts';
import type { ImportedLayer } from '../imported-story.ts';

interface Change {
  readonly layer: string;
  readonly opacity: number;
  readonly field: Field;
}

function changesOf(list: Field): readonly Change[] {
  return list.items.flatMap((field) => {
    const layer = field.first('layer', 'layerId', 'id').text;
    const opacity = field.at('opacity').number;
    return layer === '' || opacity === null ? [] : [{ layer, opacity: clamp(opacity, 0, 1), field }];
  });
}

type State = Readonly<Record<string, number>>;

const applied = (state: State, changes: readonly Change[]): State => ({
  ...state,
  ...Object.fromEntries(changes.map(({ layer, opacity }) => [layer, opacity])),
});

/**
 * What each chapter shows, by layer: changes on entering and leaving are followed from the first chapter on, so that each says
 * all of it.
 */
export function layerStates(chapters: readonly Field[], layers: readonly ImportedLayer[]): readonly State[] {
  const known = new Map(layers.map((layer) => [layer.id, layer]));
  let state: State = Object.fromEntries(layers.map(({ id, startOpacity }) => [id, startOpacity]));
  return chapters.map((chapter) => {
    const [enter, exit] = [chapter.at('onChapterEnter'), chapter.at('onChapterExit')];
    for (const { layer, field } of [...changesOf(enter), ...changesOf(exit)]) {
      const name = known.get(layer)?.name;
      if (name === undefined)
        field.dropped('the layer is in a style that is not in these files', `a change of the layer ${layer}`);
      else field.kept('each section says all that it shows', `a change of the layer ${name}`);
    }
    state = applied(state, changesOf(enter));
    const shown = state;
    state = applied(state, changesOf(exit));
    return Object.fromEntries(Object.entries(shown).filter(([id]) => known.has(id)));
  });
}

/** Chapters by the layers they ask for that nobody here has. */
export function missingLayers(
  chapters: readonly Field[],
  layers: readonly ImportedLayer[],
): ReadonlyMap<string, readonly string[]> {
  const known = new Set(layers.map(({ id }) => id));
  const asked = chapters.flatMap((chapter, at) => {
    const title = chapter.at('title').text || chapter.at('id').text || String(at + 1);
    const changes = [...changesOf(chapter.at('onChapterEnter')), ...changesOf(chapter.at('onChapterExit'))];
    return changes.filter(({ layer }) => !known.has(layer)).map(({ layer }) => ({ layer, title }));
  });
  const byLayer = Map.groupBy(asked, ({ layer }) => layer);
  return new Map([...byLayer].map(([layer, all]) => [layer, [...new Set(all.map(({ title }) => title))]]));
}
