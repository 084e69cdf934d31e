import { embedSnippets } from '../../embed/snippets.ts';
import type { Story } from '../../story/story.ts';

/** What systems that turn an address into an embed read: oEmbed 1.0, type `rich`. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly author_name: string;
  /** Absent where the site does not say whose it is. */
  readonly provider_name?: string;
  readonly provider_url: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 720;
const HEIGHT = 600;

/** @param site address of the whole site, with a slash at its end */
export function buildOEmbed({ title, standfirst, byline, publisher, locale, slug }: Story, site: string): OEmbed {
  const page = `${site}${locale}/${slug}/`;
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: byline,
    ...(publisher === '' ? {} : { provider_name: publisher }),
    provider_url: site,
    html: embedSnippets({ title, standfirst, page, loader: `${site}embed.js` }).iframe,
    width: WIDTH,
    height: HEIGHT,
  };
}
