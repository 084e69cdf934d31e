import { licenceExpression, statedLicence, UNSTATED } from '../../content/files/stated-licence.ts';
import { type SiteFiles, textOf } from '../links/site-files.ts';
import { type MediaTerms, mediaKey, mediaStory } from '../media/media-licences.ts';
import { dataKey } from './data-terms.ts';
import { type LockFile, packagePathOf } from './lock-file.ts';

/** Modules and files that went into a file the bundler wrote, by path below the site. */
export type Ingredients = ReadonlyMap<string, readonly string[]>;

/** What the authors of a site say of what they put into it. */
export interface Authored {
  /** Files of `public/`, by path below it: authors' own, whatever they look like. */
  readonly publicFiles: ReadonlySet<string>;
  /** Terms of each story by its slug, as an SPDX expression. */
  readonly stories: Readonly<Record<string, string>>;
  /** Terms of each file of a story's media: see `mediaKey`. */
  readonly media?: Readonly<Record<string, MediaTerms>>;
  /** Terms of each data layer: see `dataKey`. */
  readonly data?: Readonly<Record<string, MediaTerms>>;
}

/** Licences that have no name of their own in the SPDX list. */
export const OWN_LICENCES: Readonly<Record<string, string>> = {
  'LicenseRef-story':
    'Titles and descriptions of stories, each under the terms its author gives; maps in the page under the licences of its basemap.',
  'LicenseRef-public-domain': 'No rights reserved.',
  [UNSTATED]: 'Nobody has said on which terms this may be used. Ask whoever published it.',
};

const DRAWN = /\.(html|png)$/;
/** Pages, pictures and descriptions of one story. */
const OF_STORY = /^[^/]+\/([^/]+)\/.+\.(html|png|json)$/;
const FONTS = /\.(woff2?|ttf|otf)$/;
const FONT_PACKAGES = /^node_modules\/@fontsource/;
/** Basemaps, and what a story's map shows beyond them. */
const BASEMAP = /\.topo\.json$|^_map\/.+\.json$/;
/** What `npm run basemap` writes beside its maps. */
const WRITTEN = /^basemap\/(LICENCES|[^/]+\.PROVENANCE)\.md$/;

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
  return joined(
    licences.map((licence) => (licence === 'public domain' ? 'LicenseRef-public-domain' : licenceExpression(licence))),
  );
}

const NOTHING: Authored = { publicFiles: new Set(), stories: {} };

/** Who is to be named with a file of an author's; empty where nobody is. */
export function creditOf(path: string, files: SiteFiles, { publicFiles, media = {}, data = {} }: Authored): string {
  const medium = media[mediaKey(path) ?? ''] ?? data[dataKey(path) ?? ''];
  if (medium !== undefined) return medium.credit;
  return publicFiles.has(path) ? (statedLicence(path, textIn(files))?.credit ?? '') : '';
}

const textIn =
  (files: SiteFiles) =>
  (path: string): string | null =>
    files.has(path) ? textOf(files, path) : null;

/** The licence of a file of the site as an SPDX expression. */
export function licenceOf(
  path: string,
  files: SiteFiles,
  lock: LockFile,
  ingredients: Ingredients,
  { publicFiles, stories, media = {}, data = {} }: Authored = NOTHING,
): string {
  const licencesAt = (packages: readonly string[]): string =>
    joined(packages.flatMap((name) => lock.packages[name]?.license ?? []));
  const layer = data[dataKey(path) ?? ''];
  if (layer !== undefined && layer.licence !== '') return layer.licence;
  if (BASEMAP.test(path)) return basemapLicence(textOf(files, path));
  if (publicFiles.has(path) && !WRITTEN.test(path)) return statedLicence(path, textIn(files))?.licence ?? UNSTATED;
  const slug = mediaStory(path);
  // Captions and posters without an entry of their own are the story's.
  if (slug !== null) return media[mediaKey(path) ?? '']?.licence ?? stories[slug] ?? UNSTATED;
  const story = stories[OF_STORY.exec(path)?.[1] ?? ''];
  if (story !== undefined) return joined([licencesAt(['']), story]);
  if (DRAWN.test(path)) return joined([licencesAt(['']), 'LicenseRef-story']);
  if (FONTS.test(path)) return licencesAt(Object.keys(lock.packages).filter((name) => FONT_PACKAGES.test(name)));
  // A script of the bundler's own, which leads to another, is made of nothing: it is the site's.
  const packages = ingredients.get(path)?.map(packagePathOf) ?? [];
  return licencesAt(packages.length > 0 ? packages : ['']);
}
