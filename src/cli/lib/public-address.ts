/**
 * Where a page is to be read, as people write it; empty where nobody knows. A site may lie in a folder of its host.
 * @param site the address of the site, as `SITE` gives it
 */
export const publicAddress = (site: string | undefined, path: string): string =>
  site ? new URL(path, site.replace(/\/?$/, '/')).href.replace(/^https?:\/\//, '') : '';
