type Members = Readonly<Record<string, unknown>>;

const isName = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value !== '');

export const hasProperty = ({ properties }: Members, property: string): boolean =>
  isName((properties as Members | null | undefined)?.[property]);

/**
 * What annotations call a feature: what the property named by the collection's `id` holds, else its own `id`, else its
 * number in the file, counted from 1.
 */
export function featureId({ id, properties }: Members, index: number, property: string | undefined): string {
  const named = property === undefined ? undefined : (properties as Members | null | undefined)?.[property];
  const found = [named, id].find(isName);
  return found === undefined ? String(index + 1) : String(found);
}
