import { fileNamed, type MdxFile, membersOf, type StoryFiles } from './story-files.ts';

/** A page that a story is built into. */
export interface StoryPage {
  /** From the site's root: `/en/the-crossing/`. */
  readonly address: string;
  readonly locale: string;
  /** Null for the page of the sections on the map. */
  readonly pageId: string | null;
  /** Whose texts stand on it, in the page's language where they are translated. */
  readonly texts: readonly MdxFile[];
}

const isPage = ({ file }: MdxFile): boolean => membersOf(file.data)['page'] === true;

/** The file that a page in this language takes a section's text from. */
function translated(base: MdxFile, locale: string, { raw, defaultLocale }: StoryFiles): MdxFile {
  const path = base.file.path.replace(`${defaultLocale}/`, `${locale}/`);
  const file = fileNamed(raw, path);
  return file === undefined || file.body.trim() === '' ? base : { ...base, file, locale };
}

/** The pages of a story in every language: one for all sections on the map, and one for each without. */
export function storyPages(files: StoryFiles): readonly StoryPage[] {
  const { raw, mdx, locales, defaultLocale } = files;
  const own = mdx.filter(({ locale }) => locale === defaultLocale);
  const [pages, sections] = [own.filter(isPage), own.filter((file) => !isPage(file))];
  return locales.flatMap((locale) => {
    const address = `/${locale}/${raw.slug}/`;
    const textsOf = (bases: readonly MdxFile[]) => bases.map((base) => translated(base, locale, files));
    return [
      { address, locale, pageId: null, texts: textsOf(sections) },
      ...pages.map((page) => ({ address: `${address}${page.id}/`, locale, pageId: page.id, texts: textsOf([page]) })),
    ];
  });
}
