export const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof SIZES;

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Edition {
  readonly size: { readonly width: number; readonly height: number };
  /** Whether the reader's program runs: then sections are taken at rest on the screen, otherwise each as tall as it is. */
  readonly isLive: boolean;
  readonly less: 'motion' | 'screen' | null;
  /** The theme of the page around an embed; null where the story stands by itself. */
  readonly host?: Theme;
}

/** What readers get whose device or body is another than the usual, or on other people's pages. Taken without WebGL. */
export const EDITIONS = {
  'no-webgl': { size: SIZES.desktop, isLive: true, less: null },
  'no-script': { size: SIZES.phone, isLive: false, less: null },
  'less-motion': { size: SIZES.phone, isLive: true, less: 'motion' },
  // A4 between its margins, at 96 pixels an inch.
  print: { size: { width: 680, height: 960 }, isLive: false, less: 'screen' },
  small: { size: { width: 320, height: 568 }, isLive: true, less: null },
  landscape: { size: { width: 740, height: 360 }, isLive: true, less: null },
  'embed-desktop': { size: SIZES.desktop, isLive: true, less: null, host: 'light' },
  'embed-desktop-dark': { size: SIZES.desktop, isLive: true, less: null, host: 'dark' },
  'embed-phone': { size: SIZES.phone, isLive: true, less: null, host: 'light' },
  'embed-phone-dark': { size: SIZES.phone, isLive: true, less: null, host: 'dark' },
} as const satisfies Readonly<Record<string, Edition>>;
export type EditionName = keyof typeof EDITIONS;

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

/** A story in the page of others. */
export interface EmbedShot {
  readonly mode: (typeof EMBED_MODES)[number];
}

const EMBED_MODES = ['scroll', 'contained', 'flat', 'card'] as const;

export interface Shot {
  /** Below the output folder, with slashes. */
  readonly file: string;
  readonly path: string;
  /** Id of the section to stand at, or null for a page without a map. */
  readonly section: string | null;
  readonly label: string;
  readonly embed?: EmbedShot;
}

/** All pictures of one language and size and theme, or of one edition of it, and the contact sheet they make. */
export interface ShotSet {
  /** As in the name of the sheet. */
  readonly name: string;
  readonly size: Edition['size'];
  readonly theme: Theme;
  /** Null for the page as most readers have it, drawn with WebGL. */
  readonly edition: Edition | null;
  readonly sheet: string;
  readonly shots: readonly Shot[];
}

export interface ShotOptions {
  readonly only: readonly string[];
  readonly story: string | null;
  readonly locale: string | null;
  readonly sizes: readonly Size[];
  readonly themes: readonly Theme[];
  readonly editions: readonly EditionName[];
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

/** Each mode at the opening; where the story moves, also in its midst and at its end. */
function embedShotsOf({ path, sections }: SitePage, folder: string): readonly Shot[] {
  const places = [...new Set([sections[0], sections[Math.floor(sections.length / 2)], sections.at(-1)])];
  return EMBED_MODES.flatMap((mode) =>
    (mode === 'scroll' || mode === 'contained' ? places : places.slice(0, 1)).flatMap((section) => {
      if (!section) return [];
      const label = `${mode} · ${section.title}`;
      return [{ file: `${folder}/${mode}-${section.id}.png`, path, section: section.id, label, embed: { mode } }];
    }),
  );
}

function isWanted(shot: Shot, only: readonly string[]): boolean {
  return only.length === 0 || only.some((id) => shot.section === id || nameOf(shot.path) === id);
}

function shotsInLanguage(
  pages: readonly SitePage[],
  { name: folder, edition }: Pick<ShotSet, 'name' | 'edition'>,
  isSingle: boolean,
): readonly Shot[] {
  const storyPages = pages.filter((page) => page.sections.length > 0);
  const first = Math.max(0, ...storyPages.map((page) => page.sections.length)) - storyPages.length;
  return pages.flatMap((page, index) => {
    const story = isSingle || page.story === null ? '' : `${page.story}/`;
    const own = `${page.locale}/${story}${folder}`;
    return edition?.host ? embedShotsOf(page, own) : shotsOf(page, own, first + index);
  });
}

/** Every size in every theme, then the other editions. */
function looksOf({ sizes, themes, editions }: ShotOptions): readonly Omit<ShotSet, 'sheet' | 'shots'>[] {
  const live = sizes.flatMap((size) =>
    themes.map((theme) => ({ name: `${size}-${theme}`, size: SIZES[size], theme, edition: null })),
  );
  const others = editions.map((name) => {
    const edition: Edition = EDITIONS[name];
    return { name, size: edition.size, theme: edition.host ?? 'light', edition };
  });
  return [...live, ...others];
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
    return looksOf(options).map((look): ShotSet => {
      const shots = shotsInLanguage(own, look, isSingle).filter((shot) => isWanted(shot, options.only));
      return { ...look, sheet: `contact-${language}${look.name}.png`, shots };
    });
  });
}
