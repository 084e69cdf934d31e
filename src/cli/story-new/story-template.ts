import { stringify } from 'yaml';
import { DEFINITIONS } from '../../annotations/registry.ts';
import type { LngLat, LngLatBounds } from '../../geo/lng-lat.ts';
import { NO_COUNTRY } from '../lib/blank-basemap.ts';

export interface NewStory {
  readonly slug: string;
  readonly title: string;
  /** The first is the default. */
  readonly locales: readonly string[];
  readonly bounds: LngLatBounds;
  readonly basemap: string;
  /** ISO alpha-3, or null where nobody has said. */
  readonly country: string | null;
  /** On which terms it may be used, or null where nobody has said. */
  readonly licence: string | null;
  /** ISO date. */
  readonly today: string;
}

/** Text of a file by its path in the story's folder. */
export type StoryText = Readonly<Record<string, string>>;

const inYaml = (value: unknown): string => stringify(value, { lineWidth: 0 }).trim();
const rounded = (value: number): number => Number(value.toFixed(4));
const list = (values: readonly (number | string)[]): string => `[${values.join(', ')}]`;

function placesIn([west, south, east, north]: LngLatBounds): { readonly first: LngLat; readonly second: LngLat } {
  const at = (across: number, up: number): LngLat => [
    rounded(west + (east - west) * across),
    rounded(south + (north - south) * up),
  ];
  return { first: at(0.45, 0.45), second: at(0.55, 0.55) };
}

/** Kilometres that show a good part of the area round a place. */
function radiusFor([, south, , north]: LngLatBounds): number {
  return Math.max(2, Math.round(((north - south) * 111) / 6));
}

function inAll(locales: readonly string[], text: string): string {
  return `{ ${locales.map((locale) => `${locale}: ${inYaml(text)}`).join(', ')} }`;
}

const storyYaml = ({ basemap, country, licence, bounds, locales, today }: NewStory): string => `\
# What does not change with the language. Every field: content/README.md#storyyaml
basemap: ${basemap} # public/basemap/${basemap}.topo.json
homeCountry: ${country ?? NO_COUNTRY} # ISO alpha-3 code of the country drawn as the story's own ground
focus: first-place # optional: the place with the largest name
bounds: ${list(bounds)} # west, south, east, north: everything in the story lies in here
defaultLocale: ${locales[0]}
locales: ${list(locales)}
# namesBeside: ar-Latn # optional: the language of the second line below names on the map, a transliteration too, or none
published: ${today}
modified: ${today}
licence: ${inYaml(licence ?? 'unstated')} # on which terms text, facts and drawn data may be used, such as CC BY 4.0 or all rights reserved
# publisher: A name # optional: whose name stands on the pictures of shared links
# allowFrames: [player.example.org] # hosts whose players may be opened, after a click
# corrections: [{ date: ${today}, text: What was wrong and is right now. }] # shown at the end of the story
# withdrawn: ${today} # since when the story is no longer told; its pages then say so and nothing else
sources:
  A:
    title: The title of your first source
    publisher: Who published it
    date: null # or year-month-day
    cite: How a footnote names it
    # language: en # what is quoted from it is marked as translated in other languages
# suppress: # warnings of npm run check that have nothing to say here, each with the reason
#   CardTooLong: The list must stay whole.
`;

const factsYaml = ({ locales }: NewStory): string => `\
# The ledger: every figure of the story, with its source. Every field: content/README.md#factsyaml
example-figure:
  value: 12 # null, or left out, where the fact is no figure
  unit: km # percent, km, or any word of yours
  qualifier: ${inAll(locales, 'about')} # optional: the words that may not be left out
  text: ${inAll(locales, 'The two places lie about 12 km apart')}
  period: ${inAll(locales, 'today')}
  sources: [A]
  authority: ${inAll(locales, 'who says so')}
  note: ${inAll(locales, 'An example. Replace it.')} # optional: what you concluded rather than read
`;

const placesYaml = ({ bounds, locales }: NewStory): string => {
  const { first, second } = placesIn(bounds);
  const place = (id: string, name: string, lngLat: LngLat, rank: number) => `\
${id}:
  lngLat: ${list(lngLat)} # longitude first
  names: ${inAll(locales, name)}
  rank: ${rank} # 1 = largest lettering, 3 = smallest
  source: where the position comes from, and its licence
  uncertaintyMetres: 1000
`;
  return `# Every place you name. Every field: content/README.md#placesyaml\n${place('first-place', 'First place', first, 1)}${place('second-place', 'Second place', second, 2)}`;
};

const opening = ({ title, bounds }: NewStory): string => `\
---
title: ${inYaml(title)}
kicker: When or where # optional: a line above the title
standfirst: One or two sentences that make a reader go on.
byline: By you
description: One sentence for search engines and shared links.
listNote: the beginning # optional: time or place at the edge of the section list
# sourceNote: A sentence below the text, where one is needed.
mapDescription: What the map shows, for those who cannot see it.
frame:
  bounds: ${list(bounds)}
  keepVisible: [first-place]
mood: dusk # paper (the default), dusk or night
# backdrop: harbour.jpg # a picture or film of media/ in place of the map: see content/guide/media.md
# film: { text: What a film says here., seconds: 8 } # instead of title, quotations and great numerals
# ground: satellite # a picture of ground/ over the map, or two to compare: see content/guide/ground.md
# relief: 0.5 # how strong the shadows of the hills are
# suppress: { CardTooLong: A reason. }
---

The first paragraph stands on the map. Say what the story is about.
`;

const arrival = ({ bounds }: NewStory): string => `\
---
title: The first place
kicker: When or where
listNote: day one
sourceNote: Where the figures come from, or what is uncertain about the map.
mapDescription: A ring round the first place, true to scale.
# phone: { mapDescription: The same for an upright phone, where its map shows less. }
frame: # what the reader should see; the camera is worked out for every screen
  places: [first-place]
  radiusKm: ${radiusFor(bounds)}
  keepVisible: [first-place]
  # bounds: ${list(bounds)} # instead of places
  # center: ${list(placesIn(bounds).first)} # instead of places, with a zoom
  # zoom: 9
  # pitch: 20 # degrees of tilt, up to 60; not with a ring or a scale bar
  # bearing: 12 # degrees clockwise: what is at the top instead of north
  # phone: { radiusKm: ${Math.max(1, Math.round(radiusFor(bounds) / 2))} } # changes on an upright phone
# backdrop: { src: harbour.jpg, from: [0, 0, 1, 1], to: [0.2, 0.2, 0.6, 0.6] } # a picture of media/ in place of the map
travel: scrub # scrub (the default) moves with the scroll, cut jumps
# layers:
#   emphasis: { roads: 0.35, labels: 0 } # 0 hides, 1 is normal
#   tints:
#     - { region: XX.YY, tone: subject, opacity: 1 } # a region of the basemap, or data/<file>#<feature>
#   wash: 0.74 # pales the map under a chart
card: { layout: column, side: start, width: normal } # column, over or top; start or end; normal or narrow
# heading: false # the title only names the section in lists
# card: { hidden: true } # a stop of the map, where the section has no words
annotations:
  - kind: ring
    place: first-place
    radiusKm: ${Math.max(1, Math.round(radiusFor(bounds) / 3))}
    label: a ring of true size
  - kind: scale-bar
---

Say one thing for each section, in about ninety words at most. A figure comes from the ledger: <Fact id="example-figure"/>.

<Quote by="A name" source="A">What somebody said.</Quote>
`;

/** One annotation of each kind, as an author would write it under `annotations:`. */
export const annotationExamples = (): string =>
  DEFINITIONS.map(({ example }) => `  - ${example.replaceAll('\n', '\n    ')}`).join('\n');

const journey = (story: NewStory): string => `\
---
title: From here to there
mapDescription: Both places, with a callout at the second.
frame: { places: [first-place, second-place], radiusKm: ${Math.max(1, Math.round(radiusFor(story.bounds) / 4))}, keepVisible: [first-place, second-place] }
annotations:
  - kind: callout
    place: second-place
    head: The next place
    body: a few words that belong to it
# Every kind of annotation. Take the # away from one, and change its words: content/README.md#annotations
${annotationExamples().replace(/^/gm, '# ')}
---

Then the map moves on.
`;

const sources = (): string => `\
---
title: How we know
listNote: sources
page: true # a page of its own after the story; the ledger is printed on it
---

Say how you worked, and what you could not find out.
`;

/** Frontmatter of a translation: the words of the default language, still to be translated. */
function translation(text: string): string {
  const words = /^(title|kicker|standfirst|byline|description|listNote|sourceNote|mapDescription|page):/;
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(text) ?? [];
  const kept = frontmatter.split('\n').filter((line) => words.test(line));
  const has = (kind: string) => new RegExp(`^ {2}- kind: ${kind}$`, 'm').test(frontmatter);
  const annotations = has('ring')
    ? ['annotations:', '  - { id: ring, label: a ring of true size }']
    : has('callout')
      ? ['annotations:', '  - { id: callout, head: The next place, body: a few words that belong to it }']
      : [];
  return `---\n# To be translated. Frames and annotations come from the default language.\n${[...kept, ...annotations].join('\n')}\n---\n${body}`;
}

/** Every file of a story that builds as it is and shows what can be written. */
export function storyTemplate(story: NewStory): StoryText {
  const sections = {
    'index.mdx': opening(story),
    '10-first-place.mdx': arrival(story),
    '20-from-here-to-there.mdx': journey(story),
    '30-how-we-know.mdx': sources(),
  };
  const [main = 'en', ...others] = story.locales;
  const told = (locale: string, turn: (text: string) => string) =>
    Object.entries(sections).map(([name, text]) => [`${locale}/${name}`, turn(text)] as const);
  return {
    'story.yaml': storyYaml(story),
    'facts.yaml': factsYaml(story),
    'places.yaml': placesYaml(story),
    ...Object.fromEntries(told(main, (text) => text)),
    ...Object.fromEntries(others.flatMap((locale) => told(locale, translation))),
  };
}
