/** Texts drawn on the map. They travel with the story, since the reader's browser has no other texts. */
export const MAP_TEXT_KEYS = ['crossesEvery', 'chartShown', 'chartSource'] as const;

export type MapTextKey = (typeof MAP_TEXT_KEYS)[number];
export type MapTexts = Readonly<Partial<Record<string, string>>>;

/** A text on the map with its parameters, which are in the reader's figures already, filled in. */
export function mapText(texts: MapTexts, key: MapTextKey, params: Readonly<Record<string, string>>): string {
  return (texts[key] ?? '').replace(/\{(\w+)\}/g, (braces, name: string) => params[name] ?? braces);
}
