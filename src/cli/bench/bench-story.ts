import type { Basemap } from '../../basemap/basemap.ts';
import { type StoryText, storyTemplate } from '../story-new/story-template.ts';

/** As many as a long story has. */
const SECTIONS = 20;
/** Sections so many after one another have the same view. */
const VIEWS = 20;
const WORDS =
  'The road leads on from here, along the water and over the hills, as it has for as long as anybody tells. ';

/** Two places, seen from farther and nearer, with words on the map and in the text. */
const sectionText = (index: number): string => `---
title: A section
mapDescription: Two places and the ground between them, seen from one more distance.
frame: { places: [first-place, second-place], radiusKm: ${10 + (index % VIEWS)}, keepVisible: [first-place] }
annotations:
  - kind: ring
    place: first-place
    radiusKm: 4
    label: a ring of true size
  - kind: callout
    place: second-place
    head: The second place
    body: a few words that belong to it
---

${WORDS.repeat(3)}
`;

/** The files of a generated story; each section is as large as sections are. */
export function benchStory(index: number, basemap: Basemap, sectionCount = SECTIONS): StoryText {
  const { name, bounds } = basemap.meta;
  const scaffold = storyTemplate({
    slug: `story-${index}`,
    title: 'A generated story',
    locales: ['en'],
    bounds,
    basemap: name,
    country: null,
    licence: null,
    today: '2026-01-01',
  });
  const kept = Object.entries(scaffold).filter(([path]) => !/\/\d+-/.test(path));
  const sections = Array.from({ length: sectionCount }, (_, at) => [
    `en/${at + 10}-section-${at + 1}.mdx`,
    sectionText(at),
  ]);
  return Object.fromEntries([...kept, ...sections]);
}
