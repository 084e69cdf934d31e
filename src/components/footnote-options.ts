import type { FootnoteOptions } from '../content/prose/footnotes.ts';
import { formatNumber } from '../i18n/format-number.ts';
import { quotationMarks } from '../i18n/quotation-marks.ts';
import { translate } from '../i18n/translate.ts';
import type { PageSection, Section, Story } from '../story/story.ts';

/**
 * Notes are numbered in the page's figures; what is quoted follows the language its text is in.
 * @param before how many notes the page has before this section
 */
export function footnoteOptions(
  story: Story,
  { id, untranslated }: Section | PageSection,
  before = 0,
): FootnoteOptions {
  const language = untranslated.includes('text') ? story.defaultLocale : story.locale;
  return {
    sectionId: id,
    before,
    figure: (number) => formatNumber(number, story.locale),
    language,
    quotes: quotationMarks(language),
    translated: translate('quoteTranslated', language),
  };
}
