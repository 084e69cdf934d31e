import { charactersOf } from '../../../theme/scripts.ts';
import type { FontFile } from './font-files.ts';
import { type Axes, type FontShaper, openFont } from './font-shaper.ts';

/** Several files as one face: each letter is of the first that holds it, in the weight that is nearest. */
export type OpenFace = Pick<FontShaper, 'characters' | 'width'>;

interface Opened {
  readonly file: FontFile;
  readonly shaper: FontShaper;
  readonly holds: ReadonlySet<string>;
}

const isFor = ({ weight }: FontFile, wanted: number): number =>
  typeof weight === 'number' ? Math.abs(weight - wanted) : 0;

const noPictograms = (character: string): boolean => character === '°' || !/[\p{M}\p{C}\p{No}\p{So}]/u.test(character);

/**
 * Opens the files of a face.
 * @param isKept which characters are asked for; by default all but pictograms, fractions and raised figures, which no text
 * on a map has
 */
export async function openFace(files: readonly FontFile[], isKept = noPictograms): Promise<OpenFace> {
  const opened = await Promise.all(
    files.map(async (file): Promise<Opened> => {
      const shaper = await openFont(file.path, charactersOf(file.blocks).filter(isKept));
      return { file, shaper, holds: new Set(shaper.characters) };
    }),
  );
  const holderOf = (text: string, weight: number): Opened | undefined => {
    const [first = ''] = [...text].filter((character) => character !== '\u200d');
    const holders = opened.filter(({ holds }) => holds.has(first));
    return holders.toSorted((a, b) => isFor(a.file, weight) - isFor(b.file, weight))[0] ?? opened[0];
  };
  return {
    characters: [...new Set(opened.flatMap(({ shaper }) => shaper.characters))],
    width: (text: string, axes: Axes = {}) => holderOf(text, axes['wght'] ?? 400)?.shaper.width(text, axes) ?? 0,
  };
}
