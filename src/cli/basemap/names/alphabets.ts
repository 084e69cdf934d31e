/** How names of one language are told from others in its script. */
interface Alphabet {
  readonly letters: RegExp;
  /** Letters that no other language writes in this script. */
  readonly own?: RegExp;
  /** Before a name: province of, district of, town of. Such a name is not the town's. */
  readonly prefix?: RegExp;
  /** Enough names in its letters are its own that the first is taken. */
  readonly takesFirst?: boolean;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  ar: {
    letters: /^[\u0621-\u064a\u0640\u064b-\u0652 ]+$/,
    prefix: /^(محافظة|قضاء|ناحية|منطقة|مدينة|بلدية|مركز) /,
    takesFirst: true,
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
  ja: { letters: /^[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー]+$/u, own: /[\p{sc=Hira}\p{sc=Kana}]/u },
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
  return { letters: new RegExp(`^[\\p{sc=${script}}\\p{M} ’'-]+$`, 'u'), takesFirst: true };
}

/**
 * The name of a town in a language, out of a list that does not say which of its names are in which; null where the
 * letters do not tell.
 */
export function nameByLetters(names: readonly string[], language: string): string | null {
  const alphabet = alphabetOf(language);
  if (alphabet === null) return null;
  const { letters, own, prefix, takesFirst = false } = alphabet;
  const found = [...new Set(names.filter((name) => letters.test(name) && prefix?.test(name) !== true))];
  if (takesFirst || found.length === 1) return found[0] ?? null;
  const certain = own === undefined ? [] : found.filter((name) => own.test(name));
  return certain.length === 1 ? (certain[0] ?? null) : null;
}
