import { join } from 'node:path';
import { whereOf } from '../../../content/files/fields.ts';
import { listNames, suggestName } from '../../../content/files/nearest.ts';
import type { RawFile } from '../../../content/files/raw.ts';
import { membersOf } from '../../../content/files/story-files.ts';
import { buildProblem, type Problem } from '../../../content/lint/diagnostics/problems.ts';
import { themeSchema } from '../../../content/schema/theme.ts';
import { defineTheme, type SiteTheme } from '../../theme/define-theme.ts';
import { PROJECT_ROOT } from '../project-root.ts';
import { DISK, type ReadEffects } from '../read-content.ts';
import { checkColours } from './check-colours.ts';
import { checkTypefaces } from './check-typefaces.ts';
import { documentsIn, folderOf, parseDocument } from './read-document.ts';

/** The look of a site that asks for no other; every other theme inherits its sizes. */
export const DEFAULT_THEME = 'paper';

/** Themes that come with the program. */
const SHIPPED = join('src', 'theme', 'shipped');

export interface ThemeReading {
  readonly theme: SiteTheme | null;
  readonly problems: readonly Problem[];
}

interface Found {
  readonly file: RawFile;
  /** How messages name its folder. */
  readonly folder: string;
}

async function findShipped(name: string): Promise<Found | null> {
  const shipped = await documentsIn(join(PROJECT_ROOT, SHIPPED), DISK)(`${name}.yaml`);
  return shipped && { file: shipped, folder: SHIPPED.replaceAll('\\', '/') };
}

async function findTheme(root: string, name: string, effects: ReadEffects): Promise<Found | null> {
  const own = await documentsIn(join(root, 'content'), effects)(`themes/${name}/theme.yaml`);
  return own === null ? findShipped(name) : { file: own, folder: 'content' };
}

/** Names of the themes a site may ask for. */
export async function themeNames(root: string, effects: ReadEffects): Promise<readonly string[]> {
  const own = await effects.list(join(root, 'content', 'themes'));
  const shipped = await DISK.list(join(PROJECT_ROOT, SHIPPED));
  const names = [
    ...own.flatMap((path) => /^([^/]+)\/theme\.yaml$/.exec(path)?.[1] ?? []),
    ...shipped.flatMap((path) => /^([^/]+)\.yaml$/.exec(path)?.[1] ?? []),
  ];
  return [...new Set(names)].sort();
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Groups of fields member by member, all else as a whole. */
function merged(base: unknown, own: unknown): unknown {
  if (own === undefined) return base;
  if (!isGroup(base) || !isGroup(own)) return own;
  const names = new Set([...Object.keys(base), ...Object.keys(own)]);
  return Object.fromEntries([...names].map((name) => [name, merged(base[name], own[name])]));
}

/** Colours that were chosen for other seeds are not inherited; type and shape are, field by field. */
function inherited(base: unknown, own: unknown): unknown {
  if (!isGroup(own)) return own;
  const { colours, type, shape } = membersOf(base);
  return {
    ...own,
    colours: own['colours'] ?? colours,
    type: merged(type, own['type']),
    shape: merged(shape, own['shape']),
  };
}

const IS_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Whole {
  readonly data: unknown;
}

/** The theme another one is made from; a ring of them ends in one that comes with the program. */
async function findBase(root: string, found: Found, effects: ReadEffects, above: readonly string[]) {
  const { extends: stated } = membersOf(found.file.data);
  const name = typeof stated === 'string' ? stated : DEFAULT_THEME;
  if (!above.includes(name)) return { name, base: IS_NAME.test(name) ? await findTheme(root, name, effects) : null };
  return { name, base: (await findShipped(name)) ?? (await findShipped(DEFAULT_THEME)) };
}

/** The data of a theme with all it inherits; null where what it is made from is not to be had. */
async function wholeData(
  root: string,
  found: Found,
  effects: ReadEffects,
  above: readonly string[],
): Promise<Whole | null> {
  const { data } = found.file;
  if (found.folder !== 'content' && above.includes(DEFAULT_THEME)) return { data };
  const { name, base } = await findBase(root, found, effects, above);
  const whole = base && (await wholeData(root, base, effects, [...above, name]));
  return whole && { data: inherited(whole.data, data ?? {}) };
}

/** A theme by its name, the site's own or one that comes with the program. */
export async function readTheme(root: string, name: string, effects: ReadEffects = DISK): Promise<ThemeReading> {
  const found = IS_NAME.test(name) ? await findTheme(root, name, effects) : null;
  if (found === null) {
    const names = await themeNames(root, effects);
    const where = { file: 'content/site.yaml', field: 'theme' };
    return {
      theme: null,
      problems: [buildProblem('UnknownTheme', where, { name, suggestion: suggestName(name, names) })],
    };
  }
  const { file, folder } = found;
  const whole = await wholeData(root, found, effects, [name]);
  if (whole === null) {
    const { extends: base } = membersOf(file.data);
    const suggestion = listNames(await themeNames(root, effects));
    const where = whereOf(folderOf(folder), file, 'extends');
    return { theme: null, problems: [buildProblem('UnknownTheme', where, { name: String(base), suggestion })] };
  }
  const parsed = parseDocument(file, folder, themeSchema, whole.data);
  if (parsed.data === null) return { theme: null, problems: parsed.problems };
  const theme = defineTheme(name, parsed.data, join(root, 'content', 'themes', name));
  const ofFaces = checkTypefaces(parsed.data, theme, file, folder);
  // Without letters nothing can be built: the theme is none.
  return { theme: ofFaces.length === 0 ? theme : null, problems: [...ofFaces, ...checkColours(theme, file, folder)] };
}
