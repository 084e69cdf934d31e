import { zipSync } from 'fflate';
import { loadStrings, translate } from '../../i18n/translate.ts';
import { extractStory, type StoryPages, titleOf } from '../../site/edition/edition.ts';
import { renderSingleFile, type SingleFileOptions } from '../../site/edition/single-file.ts';
import { isPage, type SiteFiles, textOf, toBytes } from '../../site/links/site-files.ts';
import { buildManifest, MANIFEST, parseManifest, renderManifest } from '../../site/manifest/build-manifest.ts';
import { addPolicy } from '../../site/page-policy.ts';

/** Zip archives keep the time of each file; this is the earliest they can, so that equal contents are equal archives. */
const NO_TIME = new Date(1980, 0, 1);
const READ_ME = 'READ-ME.txt';

/** What to do with the folder, for someone who knows nothing of it. */
function renderReadMe(title: string, locale: string): string {
  const say = (key: Parameters<typeof translate>[0]): string => translate(key, locale, { title, file: 'index.html' });
  const paragraphs = [title, say('readMeOpen'), say('readMeServe'), say('readMeOffline'), say('readMeVerify')];
  return `${paragraphs.join('\n\n')}\n`;
}

/** A story as one page, which may run what is in it and fetch nothing. */
export const renderPage = (site: SiteFiles, edition: StoryPages, options?: SingleFileOptions): string =>
  addPolicy(renderSingleFile(site, edition, options), 'blob:');

/** A story as a folder of plain files with a list of them. */
export async function renderFolder(site: SiteFiles, edition: StoryPages): Promise<SiteFiles> {
  await loadStrings([edition.locale]);
  const { files, origins } = extractStory(site, edition);
  const title = titleOf(textOf(site, edition.page));
  const listed = new Map(parseManifest(textOf(site, MANIFEST)).files.map((file) => [file.path, file]));
  const listedFor = (path: string) => listed.get(origins.get(path) ?? '');
  const pages = [...files.keys()].filter(isPage);
  const allowed = pages.map((path) => [path, toBytes(addPolicy(textOf(files, path)))] as const);
  const folder = new Map([...files, ...allowed, [READ_ME, toBytes(renderReadMe(title, edition.locale))] as const]);
  const manifest = await buildManifest(
    folder,
    (path) => listedFor(path)?.licence ?? 'MIT',
    (path) => listedFor(path)?.credit ?? '',
  );
  return folder.set(MANIFEST, toBytes(renderManifest(manifest)));
}

/** A folder packed. Equal contents give equal archives. */
export function renderZip(name: string, files: SiteFiles): Uint8Array {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries.map(([path, content]) => [`${name}/${path}`, content])), {
    level: 9,
    mtime: NO_TIME,
  });
}
