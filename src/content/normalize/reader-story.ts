import type { Fact, Story } from '../../story/story.ts';
import { annotationFields } from '../files/annotation-fields.ts';

const drawn = (fact: Fact): Fact => ({
  ...fact,
  text: '',
  period: '',
  authority: '',
  note: '',
  sources: [],
  untranslated: [],
});

/** The story as the map needs it: without the words and sources that stand in the page already. */
export function toReaderStory(story: Story): Story {
  const fields = annotationFields({ annotations: story.sections.flatMap(({ annotations }) => annotations) });
  const ids = new Set(fields.flatMap(({ role, value }) => (role === 'fact' ? [value] : [])));
  const facts = Object.values(story.facts).filter(({ id }) => ids.has(id));
  return {
    ...story,
    standfirst: '',
    description: '',
    byline: '',
    licence: '',
    publisher: '',
    sources: {},
    pages: [],
    facts: Object.fromEntries(facts.map((fact) => [fact.id, drawn(fact)])),
    places: Object.fromEntries(Object.entries(story.places).map(([id, place]) => [id, { ...place, source: '' }])),
    data: Object.fromEntries(
      Object.entries(story.data).map(([name, data]) => [name, { ...data, source: '', licence: '', untranslated: [] }]),
    ),
    sections: story.sections.map((section) => ({
      ...section,
      mapDescription: '',
      phoneMapDescription: '',
      kicker: '',
      listNote: '',
      sourceNote: '',
      file: '',
      untranslated: [],
    })),
  };
}
