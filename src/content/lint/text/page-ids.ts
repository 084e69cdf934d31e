import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import type { StoryPage } from '../../files/story-pages.ts';
import { idsInText } from '../../prose/text-ids.ts';

/** Ids that pages have of their own, whatever the story. */
const OWN_IDS = ['story-data', 'section-list', 'section-list-title', 'embed-dialog-title', 'ledger'];

/** Names of the sections that stand on a page. */
export const sectionsOf = ({ texts, pageId }: StoryPage): readonly string[] =>
  pageId === null ? texts.map(({ id }) => id) : [];

/** Ids that a page has before any text of its author, each with what has it. */
export function reservedIds(page: StoryPage, { raw }: StoryFiles): ReadonlyMap<string, string> {
  const facts = page.pageId === null ? [] : Object.keys(membersOf(fileNamed(raw, 'facts.yaml')?.data));
  const sections = sectionsOf(page);
  return new Map([
    ...OWN_IDS.map((id) => [id, 'the page itself'] as const),
    ...facts.map((id) => [`fact-${id}`, 'the ledger'] as const),
    ...sections.map((id) => [`${id}-title`, `the heading of the section \`${id}\``] as const),
    ...sections.map((id) => [id, `the section \`${id}\``] as const),
  ]);
}

/** All that links can lead to on a page, but for footnotes; what its author is likely to mean first. */
export function idsOfPage(page: StoryPage, files: StoryFiles): readonly string[] {
  const sections = sectionsOf(page);
  const inTexts = page.texts.flatMap(({ file }) => idsInText(file.body).map(({ id }) => id));
  return [...new Set([...sections, ...inTexts, ...reservedIds(page, files).keys()])];
}
