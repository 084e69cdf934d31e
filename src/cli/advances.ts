import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { arabicAdvances } from './advances/arabic-advances.ts';
import { latinAdvances, latinKerning } from './advances/latin-advances.ts';
import { renderAdvances } from './advances/render-advances.ts';

export const ADVANCES_PATH = 'src/typography/advances.ts';

/** Text of the module that holds the letter widths of the site's faces. */
export const buildAdvances = async (): Promise<string> =>
  renderAdvances(await latinAdvances(), await latinKerning(), await arabicAdvances());

if (import.meta.main) {
  await writeFile(join(PROJECT_ROOT, ADVANCES_PATH), await buildAdvances());
  console.log(ADVANCES_PATH);
}
