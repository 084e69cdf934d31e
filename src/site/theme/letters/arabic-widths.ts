import { WEIGHTS } from '../../../typography/faces.ts';
import type { OpenFace } from '../fonts/open-face.ts';

/** Widths of a letter's forms: isolated, final, initial, medial, as far as it has them. */
export type Forms = readonly number[];

/** Characters whose forms are equally wide at both ends of the weight axis. `bold` is what is to be added there. */
export type ArabicRow = readonly [characters: string, regular: Forms, bold: Forms];

export interface ArabicWidths {
  readonly rows: readonly ArabicRow[];
  /** Initial and medial lam where an alef follows. */
  readonly lamBeforeAlef: { readonly regular: Forms; readonly bold: Forms };
}

/** Arabic; then what Persian, Urdu and Kurdish add. */
const LETTERS = [...'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيٱ', ...'پچژکگی', ...'ٹڈڑںھہۂۃےۓ', ...'ڕڵڤۆێە'];
const SIGNS = [...'،؛؟٪٫٬٭۔٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'];

const JOINER = '\u200d';
const [JOINS_BOTH_SIDES, JOINS_BEFORE] = ['ب', 'د'];

type Width = (text: string) => number;

const widthAt =
  (font: OpenFace, wght: number): Width =>
  (text) =>
    Math.round(font.width(text, { wght }));

/** Letters that stand alone may be abbreviations of another form: isolated ones are taken behind one that does not join. */
const isolated = (letter: string, width: Width): number => width(JOINS_BEFORE + letter) - width(JOINS_BEFORE);

/** Strings in which a letter takes each of its forms after the isolated one. */
function joinedForms(letter: string, width: Width): readonly string[] {
  const apart = isolated(letter, width) + width(JOINS_BOTH_SIDES);
  if (width(letter + JOINS_BOTH_SIDES) !== apart) return [JOINER + letter, letter + JOINER, JOINER + letter + JOINER];
  return width(JOINS_BOTH_SIDES + letter) === apart ? [] : [JOINER + letter];
}

const lamForms = (width: Width): Forms =>
  ['لا', `${JOINER}لا`].map((ligature) => width(ligature) - width(`${JOINER}ا`));

export function arabicWidths(font: OpenFace): ArabicWidths {
  const regular = widthAt(font, WEIGHTS.min);
  const bold = widthAt(font, WEIGHTS.max);
  const added = (forms: (width: Width) => Forms): Forms =>
    forms(bold).map((width, index) => width - (forms(regular)[index] ?? 0));
  const rows = [...LETTERS, ...SIGNS].map((character): ArabicRow => {
    const joined = joinedForms(character, regular);
    const forms = (width: Width): Forms => [isolated(character, width), ...joined.map(width)];
    return [character, forms(regular), added(forms)];
  });
  const equallyWide = Map.groupBy(rows, ([, ...forms]) => JSON.stringify(forms));
  return {
    rows: [...equallyWide.values()].flatMap((group) => {
      const [first] = group;
      return first ? [[group.map(([character]) => character).join(''), first[1], first[2]] as const] : [];
    }),
    lamBeforeAlef: { regular: lamForms(regular), bold: added(lamForms) },
  };
}
