/** Formatters by language and options: to make one costs a hundred times what it costs to use it. */
const formatters = new Map<string, unknown>();

/** The formatter of a kind, such as `Intl.NumberFormat`, for a language and options; made once. */
export function formatter<T, O>(Kind: new (tag: string, options: O) => T, tag: string, options: O): T {
  const key = `${Kind.name} ${tag} ${JSON.stringify(options)}`;
  const made = (formatters.get(key) as T | undefined) ?? new Kind(tag, options);
  formatters.set(key, made);
  return made;
}
