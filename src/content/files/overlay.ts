type Members = Readonly<Record<string, unknown>>;

function isMembers(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function nameOf(value: unknown): unknown {
  return isMembers(value) ? (value['id'] ?? value['kind']) : undefined;
}

function overlayList(base: readonly unknown[], over: readonly unknown[]): readonly unknown[] {
  return base.map((item, index) => {
    const name = nameOf(item);
    const match = name === undefined ? over[index] : over.find((other) => nameOf(other) === name);
    return overlay(item, match);
  });
}

/**
 * Lays a translation's words over what the default language says. Items of a list are matched by their id (an
 * annotation's id defaults to its kind), else by their place in the list; what is not translated stays as it is.
 */
export function overlay(base: unknown, over: unknown): unknown {
  if (over === undefined || over === null || over === '') return base;
  if (Array.isArray(base)) return Array.isArray(over) ? overlayList(base, over) : base;
  if (!isMembers(base)) return over;
  if (!isMembers(over)) return base;
  const members = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(over)) members.set(key, overlay(members.get(key), value));
  return Object.fromEntries(members);
}
