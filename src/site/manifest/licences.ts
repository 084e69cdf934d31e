import { type SiteFiles, textOf } from '../links/site-files.ts';
import { type LockFile, packagePathOf } from './lock-file.ts';

/** Modules and files that went into a file the bundler wrote, by path below the site. */
export type Ingredients = ReadonlyMap<string, readonly string[]>;

/** Licences that have no name of their own in the SPDX list. */
export const OWN_LICENCES: Readonly<Record<string, string>> = {
  'LicenseRef-story':
    'Text, facts and drawn data of a story under the terms its author gives (content/LICENSE.md of the source); maps in the page under the licences of its basemap.',
  'LicenseRef-public-domain': 'No rights reserved.',
};

const DRAWN = /\.(html|png)$/;
const FONTS = /\.(woff2?|ttf|otf)$/;
const FONT_PACKAGES = /^node_modules\/@fontsource/;
const BASEMAP = /\.topo\.json$/;

const joined = (licences: readonly string[]): string => {
  const unique = [...new Set(licences)].sort();
  return unique.map((licence) => (unique.length > 1 && / OR /.test(licence) ? `(${licence})` : licence)).join(' AND ');
};

interface TopologyMeta {
  readonly meta?: { readonly attribution?: readonly { readonly licence: string }[] };
}

function basemapLicence(text: string): string {
  const { meta } = JSON.parse(text) as TopologyMeta;
  const licences = meta?.attribution?.map(({ licence }) => licence) ?? [];
  return joined(licences.map((licence) => (licence === 'public domain' ? 'LicenseRef-public-domain' : licence)));
}

/** The licence of a file of the site as an SPDX expression. */
export function licenceOf(path: string, files: SiteFiles, lock: LockFile, ingredients: Ingredients): string {
  const licencesAt = (packages: readonly string[]): string =>
    joined(packages.flatMap((name) => lock.packages[name]?.license ?? []));
  if (DRAWN.test(path)) return joined([licencesAt(['']), 'LicenseRef-story']);
  if (BASEMAP.test(path)) return basemapLicence(textOf(files, path));
  if (FONTS.test(path)) return licencesAt(Object.keys(lock.packages).filter((name) => FONT_PACKAGES.test(name)));
  // A script of the bundler's own, which leads to another, is made of nothing: it is the site's.
  const packages = ingredients.get(path)?.map(packagePathOf) ?? [];
  return licencesAt(packages.length > 0 ? packages : ['']);
}
