import { arabicWidths } from './arabic-widths.ts';
import { latinKerning, latinWidths } from './latin-widths.ts';
import { renderLetterWidths } from './render-letter-widths.ts';

/** The module `src/theme/letter-widths.ts`, by which map texts are placed. */
export const letterWidthsModule = async (): Promise<string> =>
  renderLetterWidths(await latinWidths(), await latinKerning(), await arabicWidths());
