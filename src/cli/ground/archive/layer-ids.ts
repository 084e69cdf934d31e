/** Ids in a TileJSON's `vector_layers`; none where it is no such list. */
export function layerIdsIn(list: unknown): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((layer: unknown) => {
    const id = (layer as { readonly id?: unknown } | null)?.id;
    return typeof id === 'string' ? [id] : [];
  });
}
