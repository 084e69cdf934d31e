import type { LocalText } from '../schema/documents.ts';
import type { SiteFile } from '../schema/site.ts';
import { wordsIn } from './normalize-documents.ts';

export interface SiteLink {
  readonly text: string;
  readonly url: string;
}

/** Whose site it is, in one language. What its file does not say is empty or null. */
export interface Publisher {
  readonly name: string;
  readonly description: string;
  readonly home: string | null;
  /** Pictures below the site. */
  readonly logo: { readonly light: string; readonly dark: string; readonly alt: string } | null;
  /** At social networks, with its `@`. */
  readonly handle: string;
  /** On which terms its stories may be published elsewhere. */
  readonly republication: { readonly text: string; readonly licence: string } | null;
  readonly links: readonly SiteLink[];
  /** What stands beside shared links to pages that are no story's. */
  readonly picture: { readonly path: string; readonly alt: string } | null;
  /** Where mistakes are reported: an address of mail or of the web, as a link leads to it. */
  readonly corrections: string | null;
}

/** Whether there is anything that pages show. */
export const isSaid = ({ name, home, logo, republication, links, corrections }: Publisher): boolean =>
  (name !== '' && home !== null) ||
  [logo, republication, corrections].some((part) => part !== null) ||
  links.length > 0;

/** A text in this language, else in English, else in the first that it is written in. */
function sayIn(text: LocalText | undefined, locale: string): string {
  if (text === undefined) return '';
  const [first = 'en'] = typeof text === 'string' ? [] : Object.keys(text);
  return wordsIn(text, locale, typeof text !== 'string' && 'en' in text ? 'en' : first);
}

/** What `content/site.yaml` says, in one language. */
export function normalizeSite(site: SiteFile, locale: string): Publisher {
  const { name, description, home, logo, handle, republication, links, picture, corrections } = site;
  const say = (text: LocalText | undefined): string => sayIn(text, locale);
  return {
    name: say(name),
    description: say(description),
    home: home ?? null,
    logo: logo === undefined ? null : { light: logo.light, dark: logo.dark ?? logo.light, alt: say(logo.alt) },
    handle: handle ?? '',
    republication:
      republication === undefined ? null : { text: say(republication.text), licence: republication.licence ?? '' },
    links: links.map(({ text, url }) => ({ text: say(text), url })),
    picture: picture === undefined ? null : { path: picture.file, alt: say(picture.alt) },
    corrections:
      corrections === undefined || /^https?:/.test(corrections) ? (corrections ?? null) : `mailto:${corrections}`,
  };
}
