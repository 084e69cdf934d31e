/** What stands where nobody has said on which terms something may be used. */
export const UNSTATED = 'unstated';

/** What an author says of a file: its terms, as an SPDX expression, and whose it is. */
export interface StatedLicence {
  readonly licence: string;
  /** Empty where nobody is named. */
  readonly credit: string;
}

/** Files that can say it in themselves. */
const TEXTUAL = /\.(svg|css|m?js|json|geojson|md|txt|html|xml|csv|yaml|webmanifest)$/i;

/** Beside a file that cannot, such as `quay.jpg.license`: the names are those of REUSE 3.3, https://reuse.software/spec-3.3/. */
const LICENCE_ENDING = '.license';

const WORDS_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^CC[ -](BY(?:[ -](?:NC|SA|ND))*)[ -](\d\.\d)$/i, 'CC-$1-$2'],
  [/^CC0(?:[ -]1\.0)?$/i, 'CC0-1.0'],
];

const SPDX = /^\(?[A-Za-z0-9][\w.+-]*\)?(?: (?:AND|OR|WITH) \(?[A-Za-z0-9][\w.+-]*\)?)*$/;

/** Terms as authors write them as an SPDX expression; words that SPDX has no name for become one of this site's own. */
export function licenceExpression(terms: string): string {
  const text = terms.trim();
  if (text === '') return UNSTATED;
  const alike = WORDS_ALIKE.find(([pattern]) => pattern.test(text));
  if (alike !== undefined)
    return text
      .replace(...alike)
      .replaceAll(' ', '-')
      .toUpperCase();
  if (SPDX.test(text)) return text;
  const name = text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `LicenseRef-${name}`;
}

function statedIn(text: string): StatedLicence | null {
  const [, licence] = /SPDX-License-Identifier:\s*(.+?)\s*(?:-->|\*\/|$)/m.exec(text) ?? [];
  const [, credit = ''] = /SPDX-FileCopyrightText:\s*(.+?)\s*(?:-->|\*\/|$)/m.exec(text) ?? [];
  return licence === undefined ? null : { licence: licenceExpression(licence), credit };
}

/** Where it would be said of a file on which terms it may be used, the nearest place first. */
export function statementsFor(path: string): readonly string[] {
  if (path.endsWith(LICENCE_ENDING)) return [path];
  return [`${path}${LICENCE_ENDING}`, ...(TEXTUAL.test(path) ? [path] : [])];
}

/** What is said of a file, or null where nothing is. `textOf` gives the text of a file, null where there is none. */
export function statedLicence(path: string, textOf: (path: string) => string | null): StatedLicence | null {
  const found = statementsFor(path).map((place) => statedIn(textOf(place) ?? ''));
  return found.find((stated) => stated !== null) ?? null;
}

/** Files of `public/` that the program writes or that speak to servers only: nobody asks for their terms. */
export const needsLicence = (path: string): boolean =>
  !/^basemap\/([^/]+\.topo\.json|[^/]+\.PROVENANCE\.md|LICENCES\.md)$/.test(path) &&
  !/(^|\/)\.|^(robots\.txt|CNAME|_headers|_redirects)$/.test(path) &&
  !path.endsWith(LICENCE_ENDING);
