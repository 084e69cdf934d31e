/** How a kind of a story's own is named outside the story's files: two stories may have kinds of one name. */
export const ownKindName = (slug: string, kind: string): string => `${slug}/${kind}`;

/** The story whose own a kind is; null for the program's. */
export function slugOfKind(kind: string): string | null {
  const end = kind.indexOf('/');
  return end < 0 ? null : kind.slice(0, end);
}
