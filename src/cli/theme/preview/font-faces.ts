import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FaceRole } from '../../../content/schema/theme.ts';
import type { SiteTheme } from '../../../site/theme/define-theme.ts';
import { type Face, type FontFile, italicFiles, uprightFiles } from '../../../site/theme/fonts/font-files.ts';
import { fontVariable, ownRoles } from '../../../site/theme/fonts/own-roles.ts';

const { resolve } = createRequire(import.meta.url);

const rangeOf = ({ range, blocks }: FontFile): string =>
  range || blocks.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join();

async function faceRule(family: string, file: FontFile): Promise<string> {
  const data = (await readFile(resolve(file.path))).toString('base64');
  const weight = [file.weight].flat().join(' ');
  return `@font-face{font-family:"${family}";font-style:${file.style};font-weight:${weight};src:url(data:font/woff2;base64,${data});unicode-range:${rangeOf(file)}}`;
}

const isJoined = ({ script }: Face): boolean => script === 'arab';
const stackOf = (faces: readonly Face[]): string =>
  [...new Set(faces.map(({ family, typeface }) => `"${family}", ${typeface.generic}`))].join(', ') || 'serif';

/** A theme's typefaces as they are, in the page itself: it is opened from a disk, where a page may fetch no font. */
export async function fontFaces({ type: { faces } }: SiteTheme): Promise<string> {
  const all = (Object.keys(faces) as FaceRole[]).flatMap((role) => faces[role]);
  const distinct = [...new Map(all.map((face) => [`${face.script} ${face.family}`, face])).values()];
  const rules = distinct.flatMap((face) =>
    [...uprightFiles(face), ...italicFiles(face)].map((file) => faceRule(face.family, file)),
  );
  const single = (role: FaceRole): string => stackOf(faces[role].filter((face) => !isJoined(face)));
  // Families of other scripts follow it: no generic one may come between.
  const joined = (role: FaceRole): string =>
    faces[role]
      .filter(isJoined)
      .map(({ family }) => `"${family}"`)
      .join(', ') || '"Like Naskh"';
  const variables = [
    `--font-latin:${single('text')}`,
    `--font-latin-names:${single('text')}`,
    `--font-naskh:${joined('text')}`,
    `--font-naskh-names:${joined('names')}`,
    ...ownRoles(faces).map((role) => `${fontVariable(role)}:${single(role)}`),
  ];
  return `${(await Promise.all(rules)).join('\n')}\n:root{${variables.join(';')}}`;
}
