import type { MediaKind } from '../../../content/media/media-facts.ts';

/** What became of a medium of the other story: a file of this one, a page to lead to, or nothing. */
export type Shown =
  | { readonly kind: 'file'; readonly name: string; readonly is: MediaKind; readonly how: string }
  | { readonly kind: 'page'; readonly href: string; readonly title: string; readonly picture: string | null }
  | { readonly kind: 'missing'; readonly why: string };

/** Of each address as it stands in the input. */
export type ShownMedia = ReadonlyMap<string, Shown>;

export const NOT_ASKED: Shown = { kind: 'missing', why: 'it was not looked for' };
