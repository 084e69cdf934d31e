/** Where edits are sent while a story is written. */
export const EDIT_ADDRESS = '/_author/edit';
/** Where a data layer is asked for, to try other scales on. */
export const LAYER_ADDRESS = '/_author/layer';

/** What came of an edit. */
export type EditAnswer =
  | { readonly done: true /** Path from the top of the project. */; readonly file: string }
  | { readonly done: false; readonly reason: string };
