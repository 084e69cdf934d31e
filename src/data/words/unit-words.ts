import { standsAlone } from '../../i18n/format-quantity.ts';

/** A title that says what its figures count, where those stand alone and its words do not say it already. */
export function withUnitWords(title: string, unit: string): string {
  const isSaid = unit === '' || !standsAlone(unit) || title.toLowerCase().includes(unit.toLowerCase());
  return isSaid ? title : title === '' ? unit : `${title} (${unit})`;
}
