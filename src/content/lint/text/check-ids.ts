import { whereInBody, whereOf } from '../../files/fields.ts';
import type { MdxFile, StoryFiles } from '../../files/story-files.ts';
import { type StoryPage, storyPages } from '../../files/story-pages.ts';
import { idsInText } from '../../prose/text-ids.ts';
import { buildProblem, type Problem, type Where } from '../diagnostics/problems.ts';
import { reservedIds } from './page-ids.ts';

/** Ids of footnotes and of what refers to them. */
const OF_NOTES = /^(.+)-(note|ref)-\d+/;

interface Claim {
  readonly id: string;
  readonly where: Where;
  readonly owner: string;
  /** Whether it is told where it is not the first: texts of another language are told on a page of their own. */
  readonly isOwn: boolean;
}

function claimsOf(page: StoryPage, { raw }: StoryFiles): readonly Claim[] {
  return page.texts.flatMap(({ file, locale }) =>
    idsInText(file.body).map(({ id, index }) => ({
      id,
      where: whereInBody(raw, file, index),
      owner: `\`${file.path}\``,
      isOwn: locale === page.locale,
    })),
  );
}

function checkPage(page: StoryPage, files: StoryFiles): readonly Problem[] {
  const reserved = reservedIds(page, files);
  const claims = claimsOf(page, files);
  return claims.flatMap(({ id, where, isOwn }, at) => {
    const noteOf = OF_NOTES.exec(id)?.[1];
    const isNote = page.texts.some((text) => text.id === noteOf);
    const earlier = claims.slice(0, at).find((claim) => claim.id === id);
    const other = reserved.get(id) ?? (isNote ? 'a footnote' : earlier?.owner);
    return other === undefined || !isOwn ? [] : [buildProblem('DuplicateId', where, { id, other, isSection: false })];
  });
}

/** What stands beside the pages of a story. */
const TAKEN_ADDRESSES: readonly string[] = ['embed'];

const takenBy =
  ({ raw }: StoryFiles) =>
  ({ id, file }: MdxFile): Problem =>
    buildProblem('DuplicateId', whereOf(raw, file), { id, other: 'the embed of the story', isSection: true });

/** Sections whose own id is one that the page has for something else. */
function checkSections(page: StoryPage, files: StoryFiles): readonly Problem[] {
  const { raw } = files;
  if (page.locale !== files.defaultLocale) return [];
  if (page.pageId !== null) return TAKEN_ADDRESSES.includes(page.pageId) ? page.texts.map(takenBy(files)) : [];
  return page.texts.flatMap(({ id, file }) => {
    const others = { ...page, texts: page.texts.filter((text) => text.id !== id) };
    const other = reservedIds(others, files).get(id);
    return other === undefined ? [] : [buildProblem('DuplicateId', whereOf(raw, file), { id, other, isSection: true })];
  });
}

/** Ids that a page would have twice: a link to one of them would lead to the other. */
export function checkIds(files: StoryFiles): readonly Problem[] {
  return storyPages(files).flatMap((page) => [...checkPage(page, files), ...checkSections(page, files)]);
}
