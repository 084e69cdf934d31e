export const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof SIZES;

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A page of the built site. `sections` is empty where there is no map. */
export interface SitePage {
  /** From the root of the site, with slashes at both ends. */
  readonly path: string;
  readonly locale: string;
  /** Slug of the story the page belongs to, or null. */
  readonly story: string | null;
  readonly title: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

export interface Shot {
  /** Below the output folder, with slashes. */
  readonly file: string;
  readonly path: string;
  /** Id of the section to stand at, or null for a page without a map. */
  readonly section: string | null;
  readonly label: string;
}

/** All pictures of one language, size and theme, and the contact sheet they make. */
export interface ShotSet {
  readonly size: Size;
  readonly theme: Theme;
  readonly sheet: string;
  readonly shots: readonly Shot[];
}

export interface ShotOptions {
  readonly only: readonly string[];
  readonly story: string | null;
  readonly locale: string | null;
  readonly sizes: readonly Size[];
  readonly themes: readonly Theme[];
}

const number = (index: number): string => String(index).padStart(2, '0');

function nameOf(path: string): string {
  return path.split('/').filter(Boolean).at(-1) ?? 'landing';
}

function shotsOf(page: SitePage, folder: string, order: number): readonly Shot[] {
  if (page.sections.length === 0) {
    const name = nameOf(page.path);
    const label = `${name} · ${page.title}`;
    return [{ file: `${folder}/${number(order)}-${name}.png`, path: page.path, section: null, label }];
  }
  return page.sections.map(({ id, title }, index) => ({
    file: `${folder}/${number(index)}-${id}.png`,
    path: page.path,
    section: id,
    label: `${number(index)} ${id} · ${title}`,
  }));
}

function isWanted(shot: Shot, only: readonly string[]): boolean {
  return only.length === 0 || only.some((id) => shot.section === id || nameOf(shot.path) === id);
}

function shotsInLanguage(pages: readonly SitePage[], folder: string, isSingle: boolean): readonly Shot[] {
  const told = pages.filter((page) => page.sections.length > 0);
  const first = Math.max(0, ...told.map((page) => page.sections.length)) - told.length;
  return pages.flatMap((page, index) => {
    const story = isSingle || page.story === null ? '' : `${page.story}/`;
    return shotsOf(page, `${page.locale}/${story}${folder}`, first + index);
  });
}

/** Which pictures to take. Pages come after the sections; with several stories each has a folder of its own. */
export function planShots(pages: readonly SitePage[], options: ShotOptions): readonly ShotSet[] {
  const chosen = pages.filter(
    ({ story, locale }) =>
      (options.story === null || story === options.story) && (options.locale === null || locale === options.locale),
  );
  const isSingle = new Set(chosen.map(({ story }) => story).filter((story) => story !== null)).size <= 1;
  const locales = [...new Set(chosen.map(({ locale }) => locale))];
  return locales.flatMap((locale) => {
    const own = chosen.filter((page) => page.locale === locale);
    const language = locales.length > 1 ? `${locale}-` : '';
    return options.sizes.flatMap((size) =>
      options.themes.map((theme) => {
        const shots = shotsInLanguage(own, `${size}-${theme}`, isSingle).filter((shot) => isWanted(shot, options.only));
        return { size, theme, sheet: `contact-${language}${size}-${theme}.png`, shots };
      }),
    );
  });
}
