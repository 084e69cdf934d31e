import { langAttributes } from '../../i18n/locales.ts';
import type { Story, Untranslated } from '../../story/story.ts';

/** Says which language words are in that stand in the default one for want of a translation. */
export function untranslatedAttributes(
  story: Pick<Story, 'defaultLocale'>,
  { untranslated }: { readonly untranslated: Untranslated },
  field: string,
): Partial<ReturnType<typeof langAttributes>> {
  return untranslated.includes(field) ? langAttributes(story.defaultLocale) : {};
}
