/** Where edits are sent while a story is written. */
export const EDIT_ADDRESS = '/_author/edit';

/** What came of an edit. */
export type EditAnswer =
  | { readonly done: true /** Path from the top of the project. */; readonly file: string }
  | { readonly done: false; readonly reason: string };
