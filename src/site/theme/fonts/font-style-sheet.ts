import type { FaceRole } from '../../../content/schema/theme.ts';
import type { SiteTheme } from '../define-theme.ts';
import { fallbackRule } from './fallback-fonts.ts';
import type { Face } from './font-files.ts';
import { fontVariable, ownRoles } from './own-roles.ts';

/** What is set in a role of its own. */
const SELECTORS: Readonly<Partial<Record<FaceRole, string>>> = {
  display: ':root :is(h1, h2, .quote p)',
  names: ':root .map-svg',
  figures: ':root .great-numeral .figure',
};

const single = (faces: readonly Face[]): Face | undefined => faces.find(({ script }) => script !== 'arab');

/** Fallback fonts as wide as a theme's own, and what is set in another family than running text. */
export async function fontStyleSheet({ type: { faces } }: SiteTheme): Promise<string> {
  const own = ownRoles(faces);
  const first = [
    ...new Map(
      [faces.text, ...own.map((role) => faces[role])]
        .flatMap((role) => single(role) ?? [])
        .map((face) => [face.family, face] as const),
    ).values(),
  ];
  const fallbacks = await Promise.all(first.map(fallbackRule));
  const rules = own.map(
    (role) => `${SELECTORS[role]} {\n  font-family: var(--font-arabic), var(${fontVariable(role)});\n}\n`,
  );
  return [...fallbacks, ...rules]
    .filter((rule) => rule !== '')
    .map((rule) => `${rule}\n`)
    .join('');
}
