interface BundledFile {
  readonly moduleIds?: readonly string[];
  readonly originalFileNames?: readonly string[];
}

/** A Vite plugin: notes what each file of the client was made from, for its licence. */
export function noteIngredients(ingredients: Map<string, readonly string[]>) {
  return {
    name: 'note-ingredients',
    generateBundle(_options: unknown, bundle: Readonly<Record<string, BundledFile>>): void {
      for (const [path, { moduleIds = [], originalFileNames = [] }] of Object.entries(bundle)) {
        ingredients.set(path, [...moduleIds, ...originalFileNames]);
      }
    },
  };
}
