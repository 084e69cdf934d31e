import { MODES } from '../protocol.ts';

/** What the host's mark-up asks for; empty where it does not say. */
export interface Wish {
  /** The story's own page. */
  readonly src: string;
  readonly mode: string;
  readonly locale: string;
  readonly theme: string;
}

export interface FrameAddress {
  /** The story's embed page, without the mode. */
  readonly page: URL;
  /** What was asked for, or null to let the page decide. */
  readonly mode: (typeof MODES)[number] | null;
  readonly theme: string;
}

/** A story's page ends in a slash, whatever was typed; an address of its embed page is as good. */
function storyPage(src: string, base: string): URL {
  const page = new URL(src, base);
  page.pathname = page.pathname.replace(/\/(index\.html)?$/, '').replace(/\/embed$/, '');
  page.pathname += '/';
  return page;
}

/** Where the story's frame is. Addresses are those of `<site>/<locale>/<story>/`. */
export function frameAddress({ src, mode, locale, theme }: Wish, base: string): FrameAddress {
  const story = storyPage(src, base);
  const asked = mode || (story.searchParams.get('mode') ?? '');
  const slug = story.pathname.split('/').at(-2) ?? '';
  const page = locale === '' ? new URL('embed/', story) : new URL(`../../${locale}/${slug}/embed/`, story);
  return { page, mode: MODES.find((known) => known === asked) ?? null, theme };
}
