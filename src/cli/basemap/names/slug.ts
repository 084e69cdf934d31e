/** Letters that are not a plain letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ð: 'd', þ: 'th', æ: 'ae', ø: 'o', ł: 'l', ß: 'ss' };

/** `Kâhta` → `kahta`: the id of a town is its English name. */
export function slug(name: string): string {
  const plain = name.toLowerCase().replace(/[ıðþæøłß]/g, (letter) => LETTERS[letter] ?? letter);
  const bare = plain.normalize('NFD').replace(/[\u0300-\u036f'‘’ʿʾ]/g, '');
  return bare.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
