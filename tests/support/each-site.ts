import { before, describe } from 'node:test';
import { builtSite, SITES } from './build-site.ts';
import { type BuiltFile, type BuiltPage, parsePages, readBuiltFiles } from './built-files.ts';

export interface SiteUnderTest {
  /** The folder with the built site. */
  readonly folder: string;
  /** Filled before the first test of the suite runs. */
  readonly files: readonly BuiltFile[];
  readonly pages: readonly BuiltPage[];
}

const BUILD_TIMEOUT_MS = 180_000;

/** Declares the same tests for the story of this project and for an unrelated one: what holds for one alone is no law. */
export function forEachSite(declare: (site: SiteUnderTest) => void): void {
  for (const name of SITES) {
    describe(`site ${name}`, () => {
      const found: { folder: string; files: readonly BuiltFile[]; pages: readonly BuiltPage[] } = {
        folder: '',
        files: [],
        pages: [],
      };
      before(
        async () => {
          found.folder = await builtSite(name);
          found.files = await readBuiltFiles(found.folder);
          found.pages = await parsePages(found.files);
        },
        { timeout: BUILD_TIMEOUT_MS },
      );
      declare(found);
    });
  }
}
