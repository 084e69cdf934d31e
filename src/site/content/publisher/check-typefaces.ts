import { whereOf } from '../../../content/files/fields.ts';
import { listNames } from '../../../content/files/nearest.ts';
import type { RawFile } from '../../../content/files/raw.ts';
import { membersOf } from '../../../content/files/story-files.ts';
import { buildProblem, type Problem } from '../../../content/lint/diagnostics/problems.ts';
import { FACE_ROLES, type FaceRole, type ThemeFile } from '../../../content/schema/theme.ts';
import { SCRIPT_BLOCKS, type Script } from '../../../theme/scripts.ts';
import type { SiteTheme } from '../../theme/define-theme.ts';
import { type Face, missingFiles, uprightFiles } from '../../theme/fonts/font-files.ts';
import { folderOf } from './read-document.ts';

function cureFor(face: Face | undefined, names: readonly string[]): string {
  if (face === undefined) return `Describe it below \`type.typefaces\`. ${listNames(names)}`;
  const [missing] = missingFiles(face);
  if (missing !== undefined) return `Put \`${missing}\` beside the theme's file.`;
  const { package: name = '' } = face.typeface;
  return `Install it with \`npm install --save-exact ${name}\`, or choose a family whose package has \`${SCRIPT_BLOCKS[face.script].subset}\`.`;
}

/** Families that a theme names and nobody has letters of. */
export function checkTypefaces(
  { type }: ThemeFile,
  { type: { faces } }: SiteTheme,
  file: RawFile,
  folder: string,
): readonly Problem[] {
  const said = membersOf(membersOf(file.data)['type']);
  const named = FACE_ROLES.flatMap((role: FaceRole) =>
    Object.entries(membersOf(said[role])).map(([script, family]) => ({ role, script, family: String(family) })),
  );
  return named.flatMap(({ role, script, family }) => {
    const face = faces[role].find((each) => each.script === (script as Script));
    const isThere = face !== undefined && missingFiles(face).length === 0 && uprightFiles(face).length > 0;
    if (isThere) return [];
    const where = whereOf(folderOf(folder), file, `type.${role}.${script}`);
    const cure = cureFor(face, Object.keys(type.typefaces));
    return [buildProblem('MissingTypeface', where, { family, script, cure })];
  });
}
