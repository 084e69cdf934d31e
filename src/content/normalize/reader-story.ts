import type { Ground } from '../../story/ground/ground.ts';
import { markAddress } from '../../story/media/medium.ts';
import type { Fact, Story } from '../../story/story.ts';
import { annotationFields } from '../files/annotation-fields.ts';
import { mediaNameIn } from '../media/media-names.ts';
import { mapValues } from './normalize-documents.ts';

const drawn = (fact: Fact): Fact => ({
  ...fact,
  text: '',
  period: '',
  authority: '',
  note: '',
  sources: [],
  untranslated: [],
});

/** Media that the map and what stands in its place show; addresses of files stand in the page, but for those of marks. */
function mediaOf({ sections, media }: Story): Story['media'] {
  const fields = annotationFields({ annotations: sections.flatMap(({ annotations }) => annotations) });
  const marked = new Set(fields.flatMap(({ role, value }) => (role === 'media' ? [mediaNameIn(value)] : [])));
  const behind = new Set(sections.flatMap(({ backdrop }) => (backdrop ? [backdrop.src, backdrop.portrait] : [])));
  const entries = Object.entries(media).filter(([name]) => marked.has(name) || behind.has(name));
  return Object.fromEntries(
    entries.map(([name, medium]) => {
      const isMark = marked.has(name);
      const files = isMark ? medium.files.filter(({ src }) => src === markAddress(medium)) : [];
      const placeholder = isMark && medium.isSensitive ? medium.placeholder : '';
      const unsaid = {
        alt: '',
        credit: '',
        licence: '',
        source: '',
        sensitiveReason: '',
        captions: {},
      };
      return [name, { ...medium, ...unsaid, files, placeholder, untranslated: [] }];
    }),
  );
}

/** Pictures for wide screens stand in the page's text, too, which says where they are. */
function groundsOf({ grounds }: Story): Pick<Story, 'grounds'> {
  if (grounds === undefined) return {};
  const short = ({ pictures, kind }: Ground): Ground => ({
    kind,
    attribution: [],
    command: '',
    pictures: pictures.map((picture) => (picture.screens === 'wide' ? { ...picture, src: '' } : picture)),
  });
  return { grounds: mapValues(grounds, short) };
}

/** The story as the map needs it: without the words and sources that stand in the page already. */
export function toReaderStory(story: Story): Story {
  const fields = annotationFields({ annotations: story.sections.flatMap(({ annotations }) => annotations) });
  const ids = new Set(fields.flatMap(({ role, value }) => (role === 'fact' ? [value] : [])));
  const facts = Object.values(story.facts).filter(({ id }) => ids.has(id));
  const { dataLayers: _, ...shown } = story;
  return {
    ...shown,
    standfirst: '',
    description: '',
    byline: '',
    licence: '',
    publisher: '',
    corrections: [],
    sources: {},
    pages: [],
    media: mediaOf(story),
    ...groundsOf(story),
    allowFrames: [],
    tables: {},
    facts: Object.fromEntries(facts.map((fact) => [fact.id, drawn(fact)])),
    places: Object.fromEntries(Object.entries(story.places).map(([id, place]) => [id, { ...place, source: '' }])),
    data: Object.fromEntries(
      Object.entries(story.data).map(([name, data]) => [name, { ...data, source: '', licence: '', untranslated: [] }]),
    ),
    sections: story.sections.map(({ film: _, data, ...section }) => ({
      ...section,
      ...(data ? { data: data.map(({ words: _, ...shown }) => shown) } : {}),
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
