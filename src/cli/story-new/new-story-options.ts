import { parseArgs } from 'node:util';
import { SLUG_PATTERN } from '../../content/files/raw.ts';
import { canonicalTag } from '../../i18n/language-tags.ts';
import { joinNegativeValues } from '../basemap/options.ts';
import { parseBounds } from '../basemap/parse-bounds.ts';
import type { NewStory } from './story-template.ts';

const TEXT = { type: 'string' } as const;
const FLAGS = {
  title: TEXT,
  locales: TEXT,
  bounds: TEXT,
  basemap: TEXT,
  country: TEXT,
  licence: TEXT,
  root: TEXT,
  'with-basemap': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What a new story is made from; what is null has not been said. */
export interface Wishes {
  readonly slug: string | null;
  readonly title: string | null;
  readonly locales: string | null;
  readonly bounds: string | null;
  readonly basemap: string | null;
  readonly country: string | null;
  readonly licence: string | null;
  readonly root: string | null;
  readonly withBasemap: boolean;
  readonly wantsHelp: boolean;
}

/** @throws where an option does not exist */
export function readWishes(args: readonly string[]): Wishes {
  const { values, positionals } = parseArgs({
    args: joinNegativeValues(args),
    options: FLAGS,
    allowPositionals: true,
  });
  if (positionals.length > 1) throw new Error(`One story at a time: found "${positionals.join('", "')}".`);
  return {
    slug: positionals[0] ?? null,
    title: values.title ?? null,
    locales: values.locales ?? null,
    bounds: values.bounds ?? null,
    basemap: values.basemap ?? null,
    country: values.country ?? null,
    licence: values.licence ?? null,
    root: values.root ?? null,
    withBasemap: values['with-basemap'] === true,
    wantsHelp: values.help === true,
  };
}

export function slugProblem(slug: string): string | null {
  if (SLUG_PATTERN.test(slug) && slug.length <= 80) return null;
  return `"${slug}" cannot be an address. Use small letters, digits and single hyphens, such as the-crossing.`;
}

export function localesProblem(text: string): string | null {
  const tags = text.split(',').map((tag) => tag.trim());
  const wrong = tags.find((tag) => canonicalTag(tag) !== tag);
  if (wrong === undefined) return null;
  const canonical = canonicalTag(wrong);
  const cure = canonical === null ? 'is no tag of a language, such as en, pt-BR or zh-Hans' : `is written ${canonical}`;
  return `"${wrong}" ${cure}.`;
}

export function boundsProblem(text: string): string | null {
  const bounds = parseBounds(text);
  return 'problem' in bounds ? bounds.problem : null;
}

export function countryProblem(code: string): string | null {
  return /^[A-Z]{3}$/.test(code) ? null : `"${code}" is not a country code of three letters, such as ISL.`;
}

const titleOf = (slug: string): string => {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Bounds of a story whose author has named no area: the Aegean, where few countries have no story to tell. */
const SOMEWHERE = '20,35,29,41';

/** What is wished for, complete, or every complaint about it. */
export function settleWishes(wishes: Wishes, today: string): NewStory | { readonly problems: readonly string[] } {
  const { slug, title, locales = 'en', bounds, basemap, country, licence } = wishes;
  const problems = [
    slug === null ? 'A story needs a name: npm run story:new -- the-crossing.' : slugProblem(slug),
    localesProblem(locales ?? 'en'),
    boundsProblem(bounds ?? SOMEWHERE),
    country === null ? null : countryProblem(country),
  ].filter((problem) => problem !== null);
  const area = parseBounds(bounds ?? SOMEWHERE);
  if (problems.length > 0 || slug === null || 'problem' in area) return { problems };
  return {
    slug,
    title: title ?? titleOf(slug),
    locales: [...new Set((locales ?? 'en').split(',').map((locale) => locale.trim()))],
    bounds: area,
    basemap: basemap ?? slug,
    country,
    licence: licence === null || licence.trim() === '' ? null : licence.trim(),
    today,
  };
}
