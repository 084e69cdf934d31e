import { isPage, type SiteFiles, textOf, toBytes, withRelativeUrls } from './site-files.ts';

/** The site as it is handed out, made from what the builder left. */
export function finishSite(built: SiteFiles): SiteFiles {
  const files = new Map(built);
  for (const path of built.keys()) {
    if (isPage(path) || path.endsWith('.css')) files.set(path, toBytes(withRelativeUrls(path, textOf(built, path))));
  }
  return files;
}
