import type { Untranslated } from '../../story/story.ts';
import type { LocalText } from '../schema/documents.ts';
import type { RawFile } from './raw.ts';
import { membersOf } from './story-files.ts';
import { textFieldsOf } from './text-fields.ts';

/** A translation that does not exist: all of it stands in the default language. */
export function noTranslation(base: RawFile): RawFile {
  return { ...base, data: {}, body: '', lines: {}, fault: null };
}

export function hasProse({ body }: RawFile): boolean {
  return body.trim() !== '';
}

const valueAt = (data: unknown, field: string): unknown =>
  field.split('.').reduce<unknown>((value, step) => membersOf(value)[step], data);

const isSaid = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** What of a section's words a translation leaves to the default language. */
export function untranslatedIn(base: RawFile, translation: RawFile): Untranslated {
  const fields = textFieldsOf(base.data)
    .map(({ field }) => field)
    .filter((field) => !field.startsWith('annotations.') && !isSaid(valueAt(translation.data, field)));
  return hasProse(base) && !hasProse(translation) ? [...fields, 'text'] : fields;
}

/** The same for texts that stand beside one another in one file; a text written once is meant for all languages. */
export function untranslatedTexts(texts: Readonly<Record<string, LocalText>>, locale: string): Untranslated {
  return Object.entries(texts).flatMap(([field, text]) =>
    typeof text === 'string' || isSaid(text[locale]) ? [] : [field],
  );
}
