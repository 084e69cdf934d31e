import type { FaceRole } from '../../../content/schema/theme.ts';
import type { Face } from './font-files.ts';

const OWN: readonly FaceRole[] = ['display', 'names', 'figures'];

const familiesIn = (faces: readonly Face[]): string =>
  faces
    .filter(({ script }) => script !== 'arab')
    .map(({ script, family }) => `${script} ${family}`)
    .sort()
    .join();

/** What pages call the font of a role: `--font-names` is there the stack of all scripts. */
export const fontVariable = (role: FaceRole): `--font-${string}` => `--font-${role === 'names' ? 'map' : role}`;

/** Roles that are set in other families than running text: each is a font of its own to pages. */
export const ownRoles = (faces: Readonly<Record<FaceRole, readonly Face[]>>): readonly FaceRole[] =>
  OWN.filter((role) => familiesIn(faces[role]) !== familiesIn(faces.text));
