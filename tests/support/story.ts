import type { AnnotationBase, Frame, Place, Section, Story } from '../../src/story/story.ts';

/** A frame with everything an author may leave out left out. */
export const frame = (own: Partial<Frame>): Frame => ({
  places: null,
  radiusKm: 0,
  bounds: null,
  center: null,
  zoom: null,
  keepVisible: [],
  pitch: 0,
  bearing: 0,
  phone: null,
  ...own,
});

export const place = (id: string, lng: number, lat: number, rank: Place['rank'] = 2): Place => ({
  id,
  lngLat: [lng, lat],
  names: { en: id, ar: id },
  rank,
  source: 'test',
  uncertaintyMetres: 0,
});

export const section = (index: number, own: Partial<Section> = {}): Section => ({
  id: `section-${index}`,
  index,
  file: `en/${index}0-section-${index}.mdx`,
  title: `Section ${index}`,
  kicker: '',
  listNote: '',
  sourceNote: '',
  mapDescription: 'A map.',
  phoneMapDescription: '',
  frame: frame({ bounds: [10, 40, 12, 42] }),
  travel: 'scrub',
  mood: 'paper',
  layers: { emphasis: {}, tints: [], wash: 0 },
  card: { layout: 'column', side: 'start', width: 'normal' },
  annotations: [],
  backdrop: null,
  untranslated: [],
  ...own,
});

export const scaleBar = (id: string, draw: AnnotationBase['draw'] = [0.15, 0.42]): AnnotationBase => ({
  id,
  kind: 'scale-bar',
  draw,
  space: 'map',
});

export const story = (sections: readonly Section[], places: readonly Place[] = []): Story => ({
  slug: 'test',
  locale: 'en',
  locales: ['en'],
  defaultLocale: 'en',
  basemap: 'test',
  homeCountry: 'SYR',
  focus: null,
  namesBeside: null,
  nearestZoom: 13,
  bounds: [-20, 20, 60, 60],
  title: 'Test',
  standfirst: '',
  kicker: '',
  byline: '',
  withdrawn: null,
  publisher: '',
  corrections: [],
  description: '',
  published: '2026-01-01',
  licence: 'CC0-1.0',
  modified: '2026-01-01',
  sources: {},
  facts: {},
  places: Object.fromEntries(places.map((one) => [one.id, one])),
  data: {},
  tables: {},
  drawings: {},
  media: {},
  allowFrames: [],
  mapTexts: {},
  sections,
  pages: [],
});
