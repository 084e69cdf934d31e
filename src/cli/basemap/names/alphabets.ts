import { distance } from 'fastest-levenshtein';
import { slug } from './slug.ts';

/** How names of one language are told from others in its script. */
interface Alphabet {
  readonly letters: RegExp;
  /** Letters that no other language writes in this script. */
  readonly own?: RegExp;
  /** Before a name: province of, district of, town of. Such a name is not the town's. */
  readonly prefix?: RegExp;
  /** Names abroad have one of these letters: without any a name is another language's. */
  readonly abroad?: RegExp;
  /** All names in its letters are its own, or nearly: one of them is taken. */
  readonly isSure?: boolean;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  ar: {
    letters: /^[\u0621-\u064a\u0640\u064b-\u0652 ]+$/,
    prefix: /^(محافظة|قضاء|ناحية|منطقة|مدينة|بلدية|مركز) /,
    isSure: true,
  },
  fa: { letters: /^[اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئء\u200c ]+$/, own: /[پچژگ]/ },
  ur: { letters: /^[اآبپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےئء ]+$/, own: /[ٹڈڑںےہھ]/ },
  ru: { letters: /^[а-яё -]+$/i, own: /[ыэё]/i },
  uk: { letters: /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ʼ -]+$/i, own: /[їєґ]/i },
  be: { letters: /^[абвгдеёжзійклмнопрстуўфхцчшыьэюя'’ -]+$/i, own: /ў/i },
  bg: { letters: /^[абвгдежзийклмнопрстуфхцчшщъьюя -]+$/i },
  sr: { letters: /^[абвгдђежзијклљмнњопрстћуфхцчџш -]+$/i, own: /[ђћ]/i },
  mk: { letters: /^[абвгдѓежзѕијклљмнњопрстќуфхцчџш -]+$/i, own: /[ѓѕќ]/i },
  zh: { letters: /^\p{sc=Hani}+$/u },
  ja: {
    letters: /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー]+$/u,
    own: /[\p{sc=Hira}\p{sc=Kana}]/u,
    abroad: /\p{sc=Kana}/u,
  },
  ko: { letters: /^\p{sc=Hang}[\p{sc=Hang} ]*$/u },
};

/** Scripts that one language alone is written in. */
const SCRIPTS: Readonly<Record<string, string>> = {
  el: 'Grek',
  he: 'Hebr',
  hy: 'Armn',
  ka: 'Geor',
  th: 'Thai',
  lo: 'Laoo',
  km: 'Khmr',
  my: 'Mymr',
  si: 'Sinh',
  ta: 'Taml',
  te: 'Telu',
  kn: 'Knda',
  ml: 'Mlym',
  gu: 'Gujr',
  pa: 'Guru',
  or: 'Orya',
  dv: 'Thaa',
};

function alphabetOf(language: string): Alphabet | null {
  const script = SCRIPTS[language];
  if (script === undefined) return ALPHABETS[language] ?? null;
  return { letters: new RegExp(`^[\\p{sc=${script}}\\p{M} ’'-]+$`, 'u'), isSure: true };
}

/** Greek letters as a town's Latin name writes them; others have no such plain rule. */
const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  'αa βv γg δd εe ζz ηi ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf ωo'.split(' ').map((pair) => [pair[0], pair[1]]),
);
const GREEK_PAIRS: Readonly<Record<string, string>> = { θ: 'th', χ: 'ch', ψ: 'ps' };

function inLatin(name: string): string {
  const bare = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return [...bare].map((letter) => GREEK[letter] ?? GREEK_PAIRS[letter] ?? letter).join('');
}

/** Of several names the one that sounds most like the town's Latin one: not its genitive, nor what it was called in antiquity. */
function mostLike(names: readonly string[], latin: string): string | null {
  const wanted = slug(latin);
  const away = (name: string): number => distance(slug(inLatin(name)), wanted);
  return names.reduce<string | null>((best, name) => (best === null || away(name) < away(best) ? name : best), null);
}

/**
 * The name of a town in a language, out of a list that does not say which of its names are in which; null where the
 * letters do not tell.
 * @param latin the town's name in Latin letters
 * @param isHome whether the language is that of the town's country
 */
export function nameByLetters(
  names: readonly string[],
  language: string,
  latin: string,
  isHome = false,
): string | null {
  const alphabet = alphabetOf(language);
  if (alphabet === null) return null;
  const { letters, own, prefix, abroad, isSure = false } = alphabet;
  const isForeign = (name: string): boolean => !isHome && abroad?.test(name) === false;
  const inLetters = names.filter((name) => letters.test(name) && prefix?.test(name) !== true && !isForeign(name));
  const found = [...new Set(inLetters)];
  if (language === 'el') return mostLike(found, latin);
  if (isSure || found.length === 1) return found[0] ?? null;
  const certain = own === undefined ? [] : found.filter((name) => own.test(name));
  return certain.length === 1 ? (certain[0] ?? null) : null;
}
