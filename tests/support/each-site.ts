import { before, describe } from 'node:test';
import { type BuiltSite, builtSite } from './build-site.ts';
import { type BuiltFile, type BuiltPage, parsePages, readBuiltFiles } from './built-files.ts';
import type { SiteName } from './sites.ts';

export interface SiteUnderTest extends BuiltSite {
  readonly files: readonly BuiltFile[];
  readonly pages: readonly BuiltPage[];
}

const BUILD_TIMEOUT_MS = 180_000;

/** Sites by name: test files that run in one process share them. */
const readSites = new Map<SiteName, Promise<SiteUnderTest>>();

async function readBuilt(name: SiteName): Promise<SiteUnderTest> {
  const built = await builtSite(name);
  const files = await readBuiltFiles(built.dist);
  return { ...built, files, pages: await parsePages(files) };
}

/** A built site with its files and parsed pages. */
function siteUnderTest(name: SiteName): Promise<SiteUnderTest> {
  const site = readSites.get(name) ?? readBuilt(name);
  readSites.set(name, site);
  return site;
}

/** Declares tests for one site. What they are given is filled before the first of them runs. */
export function forSite(name: SiteName, declare: (site: SiteUnderTest) => void): void {
  describe(`site ${name}`, () => {
    const found: SiteUnderTest = { dist: '', said: '', files: [], pages: [] };
    before(async () => void Object.assign(found, await siteUnderTest(name)), { timeout: BUILD_TIMEOUT_MS });
    declare(found);
  });
}

/** Declares the same tests for the story of this project and for an unrelated one: what holds for one alone is no law. */
export function forEachSite(declare: (site: SiteUnderTest) => void): void {
  for (const name of ['main', 'volcano'] as const) forSite(name, declare);
}
