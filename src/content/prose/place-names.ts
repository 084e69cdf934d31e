import type { Story } from '../../story/story.ts';

/** What a story calls its places, in its language. */
export const placeNamesOf = ({ places, locale }: Pick<Story, 'places' | 'locale'>): readonly string[] =>
  Object.values(places).map(({ names }) => names[locale] ?? '');

export interface TitlePart {
  readonly text: string;
  readonly isName: boolean;
}

/** A title in parts, so that a place's name can be kept in one line. The longest name wins where names overlap. */
export function splitAtNames(title: string, names: readonly string[]): readonly TitlePart[] {
  const found = names
    .filter((name) => name !== '' && title.includes(name))
    .sort((a, b) => b.length - a.length)
    .at(0);
  if (found === undefined) return title === '' ? [] : [{ text: title, isName: false }];
  const at = title.indexOf(found);
  return [
    ...splitAtNames(title.slice(0, at), names),
    { text: found, isName: true },
    ...splitAtNames(title.slice(at + found.length), names),
  ];
}
