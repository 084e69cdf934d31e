import { translate } from '../../i18n/translate.ts';
import type { LayerWords, SectionData } from '../../story/data/data-layer.ts';
import type { Section, Story } from '../../story/story.ts';

type Told = Pick<LayerWords, 'sentence'>;

const withNote = <W extends Told>(words: W, note: string): W => ({ ...words, sentence: `${words.sentence} ${note}` });

/** Where a legend says where its figures come from, it says this, too. */
function sectionWith(section: Section, note: string, isThinned: (data: SectionData) => boolean): Section {
  const { data = [], annotations } = section;
  const thinned = data.filter(isThinned);
  if (thinned.length === 0) return section;
  const legends = thinned.map(({ layer }) => `legend-${layer}`);
  return {
    ...section,
    data: data.map((one) => (isThinned(one) && one.words ? { ...one, words: withNote(one.words, note) } : one)),
    annotations: annotations.map((one) =>
      one.kind === 'legend' && legends.includes(one.id)
        ? { ...one, source: [(one as { source?: string }).source, note].filter(Boolean).join(' · ') }
        : one,
    ),
  };
}

/**
 * The story with a sentence for readers beside each data layer of which a map shows some shapes as one; one without such
 * layers is the same.
 * @param views keys of the views that are thinned
 */
export function tellThinned(story: Story, views: ReadonlySet<string>): Story {
  const { dataLayers, locale, sections } = story;
  if (views.size === 0 || dataLayers === undefined) return story;
  const note = translate('dataThinned', locale);
  const isThinned = (data: SectionData): boolean => data.views.some((view) => views.has(view));
  const ids = new Set(sections.flatMap(({ data = [] }) => data.filter(isThinned).map(({ layer }) => layer)));
  const layers = Object.entries(dataLayers).map(
    ([id, layer]) => [id, ids.has(id) ? { ...layer, words: withNote(layer.words, note) } : layer] as const,
  );
  return {
    ...story,
    dataLayers: Object.fromEntries(layers),
    sections: sections.map((section) => sectionWith(section, note, isThinned)),
  };
}
