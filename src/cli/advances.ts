import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { PROJECT_ROOT } from '../site/content/project-root.ts';
import { arabicAdvances } from './advances/arabic-advances.ts';
import { latinAdvances, latinKerning } from './advances/latin-advances.ts';
import { renderAdvances } from './advances/render-advances.ts';

export const ADVANCES_PATH = 'src/typography/advances.ts';

const HELP = `npm run advances: writes the widths of the faces' letters, by which map texts are placed, into ${ADVANCES_PATH}
  --help`;

/** Text of the module that holds the letter widths of the site's faces. */
export const buildAdvances = async (): Promise<string> =>
  renderAdvances(await latinAdvances(), await latinKerning(), await arabicAdvances());

if (import.meta.main && process.argv.includes('--help')) console.log(HELP);
else if (import.meta.main) {
  await writeFile(join(PROJECT_ROOT, ADVANCES_PATH), await buildAdvances());
  console.log(ADVANCES_PATH);
}
