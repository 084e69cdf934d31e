const ARABIC = /^[\u0621-\u064a\u0640\u064b-\u0652 ]+$/;
/** Province of, district of, town of, municipality of. */
const PREFIX = /^(محافظة|قضاء|ناحية|منطقة|مدينة|بلدية|مركز) /;

/** The first of a place's names written in Arabic proper (not Persian, Urdu or Kurdish letters) that names the town itself. */
export function arabicName(names: readonly string[]): string | null {
  return names.find((name) => ARABIC.test(name) && !PREFIX.test(name)) ?? null;
}
