import { join } from 'node:path';
import { whereOf } from '../../../content/files/fields.ts';
import { buildProblem, type Problem } from '../../../content/lint/diagnostics/problems.ts';
import { type SiteFile, siteSchema } from '../../../content/schema/site.ts';
import type { SiteTheme } from '../../theme/define-theme.ts';
import { DISK, type ReadEffects } from '../read-content.ts';
import { documentsIn, folderOf, parseDocument } from './read-document.ts';
import { DEFAULT_THEME, readTheme } from './read-theme.ts';

/** Whose site it is and what it looks like, with all that is wrong about either. */
export interface SiteReading {
  readonly site: SiteFile | null;
  readonly theme: SiteTheme | null;
  readonly problems: readonly Problem[];
}

const NOTHING_SAID = siteSchema.parse({});

/** Reads `content/site.yaml`, which a site may do without, and the theme it names. */
export async function readSite(root: string, effects: ReadEffects = DISK): Promise<SiteReading> {
  const file = await documentsIn(join(root, 'content'), effects)('site.yaml');
  const { data, problems } =
    file === null ? { data: NOTHING_SAID, problems: [] } : parseDocument(file, 'content', siteSchema);
  const { theme, problems: ofTheme } = await readTheme(root, data?.theme ?? DEFAULT_THEME, effects);
  const placed = ofTheme.map((problem) =>
    file !== null && problem.file === 'content/site.yaml'
      ? { ...problem, line: whereOf(folderOf('content'), file, 'theme').line ?? null }
      : problem,
  );
  return { site: data, theme, problems: [...problems, ...placed] };
}

/** Pictures that a site names and `public/` does not have. */
export function missingPictures(site: SiteFile | null, publicFiles: readonly string[]): readonly Problem[] {
  const named = [site?.logo?.light, site?.logo?.dark, site?.picture?.file].filter((path) => path !== undefined);
  return [...new Set(named)]
    .filter((path) => !publicFiles.includes(path.slice(1)))
    .map((path) => buildProblem('MissingFile', { file: `public${path}` }, {}));
}
