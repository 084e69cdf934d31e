import { withModulePreloads } from './links/module-preloads.ts';
import { isPage, type SiteFiles, textOf, toBytes, withRelativeUrls } from './links/site-files.ts';
import { withStylesInHead } from './links/styles-in-head.ts';
import { buildManifest, MANIFEST, renderManifest } from './manifest/build-manifest.ts';
import { type Authored, creditOf, type Ingredients, licenceOf } from './manifest/licences.ts';
import type { LockFile } from './manifest/lock-file.ts';
import { renderSbom } from './manifest/sbom.ts';
import { type WorkerPrograms, withOfflineCopies } from './offline/offline-copy.ts';

/** What is known of a built site besides its files. */
export interface Origin {
  readonly lock: LockFile;
  readonly ingredients: Ingredients;
  readonly authored: Authored;
  readonly workers: WorkerPrograms;
  /** The last hand on each page, once its addresses are final and before it is listed. */
  readonly finishPage: (html: string) => string;
  /** What a basemap is written as: the smaller, the sooner the map has its names. */
  readonly packBasemap: (text: string) => string;
}

const IS_BASEMAP = /^basemap\/[^/]+\.topo\.json$/;

function relocatable(built: SiteFiles, { finishPage, packBasemap }: Origin): SiteFiles {
  return new Map(
    [...built].map(([path, content]) => {
      if (IS_BASEMAP.test(path)) return [path, toBytes(packBasemap(textOf(built, path)))] as const;
      if (!isPage(path) && !path.endsWith('.css')) return [path, content] as const;
      const text = withRelativeUrls(path, textOf(built, path));
      return [
        path,
        toBytes(isPage(path) ? finishPage(withStylesInHead(withModulePreloads(built, path, text))) : text),
      ] as const;
    }),
  );
}

/** The site as it is handed out, made from what the builder left. */
export async function finishSite(built: SiteFiles, origin: Origin): Promise<SiteFiles> {
  const { lock, ingredients, workers, authored } = origin;
  const files = new Map(await withOfflineCopies(relocatable(built, origin), workers));
  files.set('sbom.cdx.json', toBytes(renderSbom(lock)));
  const manifest = await buildManifest(
    files,
    (path) => licenceOf(path, files, lock, ingredients, authored),
    (path) => creditOf(path, files, authored),
  );
  return files.set(MANIFEST, toBytes(renderManifest(manifest)));
}
