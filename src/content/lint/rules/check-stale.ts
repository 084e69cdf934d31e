import { whereOf } from '../../files/fields.ts';
import type { RawFile } from '../../files/raw.ts';
import { fileNamed, membersOf, type StoryFiles } from '../../files/story-files.ts';
import { buildTranslationRecord } from '../../files/translation-record.ts';
import { buildProblem, type Problem } from '../diagnostics/problems.ts';

function checkLanguage(files: StoryFiles, locale: string, record: RawFile): readonly Problem[] {
  const known = membersOf(record.data);
  return Object.entries(buildTranslationRecord(files, locale)).flatMap(([path, digests]) => {
    const file = fileNamed(files.raw, path);
    if (file === undefined) return [];
    const recorded = membersOf(known[path]);
    return Object.entries(digests)
      .filter(([field, digest]) => recorded[field] !== digest)
      .map(([field]) => buildProblem('StaleTranslation', whereOf(files.raw, file, field), { language: locale }));
  });
}

/** Translations whose original has changed since; a language without a record is not followed. */
export function checkStale(files: StoryFiles): readonly Problem[] {
  return files.locales.flatMap((locale) => {
    const record = fileNamed(files.raw, `${locale}/translated.yaml`);
    return record === undefined || locale === files.defaultLocale ? [] : checkLanguage(files, locale, record);
  });
}
