import type { Face } from '../fonts/font-files.ts';
import { uprightFiles } from '../fonts/font-files.ts';
import { openFace } from '../fonts/open-face.ts';
import { arabicWidths } from './arabic-widths.ts';
import { latinKerning, latinWidths } from './latin-widths.ts';
import { renderLetterWidths } from './render-letter-widths.ts';

const everyCharacter = (): boolean => true;

/**
 * The module `src/theme/letter-widths.ts`, by which map texts are placed.
 * @param faces of the names on the map
 */
export async function letterWidthsModule(faces: readonly Face[]): Promise<string> {
  const joined = faces.filter(({ script }) => script === 'arab');
  const single = faces.filter((face) => !joined.includes(face));
  const [letters, arabic] = await Promise.all([
    openFace(single.flatMap(uprightFiles)),
    openFace(joined.flatMap(uprightFiles), everyCharacter),
  ]);
  return renderLetterWidths(latinWidths(letters), latinKerning(letters), arabicWidths(arabic));
}
