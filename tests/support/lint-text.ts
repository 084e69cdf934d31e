import type { RawFile, RawStory } from '../../src/content/files/raw.ts';
import { checkStory } from '../../src/content/lint/check-story.ts';
import type { Problem } from '../../src/content/lint/diagnostics/problems.ts';
import type { SiteIndex } from '../../src/content/lint/text/site-index.ts';
import { buildSiteIndex } from '../../src/content/lint/text/site-index.ts';
import { readStoryFile } from '../../src/site/content/read-content.ts';

const encoder = new TextEncoder();

const HEAD = '---\ntitle: Here\nmapDescription: A map.\nframe: { center: [11, 51], zoom: 8 }\n---\n';
const STORY =
  'basemap: none\nhomeCountry: ISL\nbounds: [10, 50, 12, 52]\ndefaultLocale: en\nlocales: [en]\npublished: 2024-05-01\nmodified: 2024-05-01\nlicence: CC0\nsources: {}\n';
const FACT = 'crossed: { value: 200, text: Two hundred crossed, period: May, sources: [A], authority: A. }\n';
const OPENING = `---\ntitle: The crossing\nstandfirst: A boat.\nbyline: A. Author\ndescription: A boat crosses.\nmapDescription: A map.\nframe: { center: [11, 51], zoom: 7 }\n---\n`;

/** Line on which the text of a section begins. */
export const TEXT_LINE = HEAD.split('\n').length;

const FILES: Readonly<Record<string, string>> = {
  'story.yaml': STORY,
  'facts.yaml': FACT,
  'places.yaml': '{}\n',
  'en/index.mdx': OPENING,
  'en/20-harbour.mdx': `${HEAD}The harbour.\n`,
  'en/90-sources.mdx': '---\ntitle: Sources\npage: true\n---\n\n## Method\n\nAll of it.\n',
};

export const readFile = (path: string, text: string): RawFile => readStoryFile(path, encoder.encode(text));

/** A story with the sections `here` and `harbour` and the page `sources`, with some files put in or in place of others. */
export function storyWith(changes: Readonly<Record<string, string>>): RawStory {
  const files = Object.entries({ ...FILES, ...changes })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => readFile(path, text));
  return { slug: 'crossing', folder: 'content/stories/crossing', files };
}

export const PUBLIC = ['icon.svg', 'quay.jpg', 'my report.pdf', 'press/boat.png'];

/** Problems of the text of the section `here`, on a site with a few files in `public/`. */
export function problemsOfText(text: string, changes: Readonly<Record<string, string>> = {}): readonly Problem[] {
  const path = 'en/10-here.mdx';
  const raw = storyWith({ ...changes, [path]: HEAD + text });
  const site: SiteIndex = buildSiteIndex([raw, { ...raw, slug: 'other' }], PUBLIC);
  const problems = checkStory(raw, { mapIndexes: {}, strings: { en: {} }, site });
  return problems.filter(({ file }) => file.endsWith(path));
}
