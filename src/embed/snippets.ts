import { escapeHtml } from '../i18n/escape-html.ts';

/** The story somebody wants on a page of theirs. Addresses are whole: the page is on another site. */
export interface EmbedSubject {
  readonly title: string;
  readonly standfirst: string;
  /** The story's own page: its folder, or the file in it. */
  readonly page: string;
  /** `embed.js`. */
  readonly loader: string;
  /** Id of the section that a plain frame opens at; the first where it is left out. */
  readonly section?: string | undefined;
}

/** In the order in which a dialog offers them. */
export const SNIPPET_NAMES = ['script', 'iframe', 'wordpress', 'amp', 'card'] as const;
export type SnippetName = (typeof SNIPPET_NAMES)[number];

/**
 * The place kept until the loader comes: a screen, but never more than so much. In a window made as high as its content a
 * height in screens makes the window higher, and so itself, without end.
 */
const KEPT_HEIGHT = 'min(100vh,1200px)';
/** Height of a plain frame, in pixels: what a column of text has room for on a laptop. */
const PLAIN_HEIGHT = 600;

/** What to paste into a page, by the kind of page; see `content/EMBED.md`. */
export function embedSnippets({
  title,
  standfirst,
  page,
  loader,
  section,
}: EmbedSubject): Readonly<Record<SnippetName, string>> {
  const folder = page.replace(/[^/]*$/, '');
  const [name, text, story, beside, script] = [title, standfirst, page, folder, loader].map(escapeHtml);
  const src = (mode: string): string => `${beside}embed/index.html?mode=${mode}`;
  const attributes = `title="${name}" loading="lazy" referrerpolicy="no-referrer"`;
  return {
    script: [
      `<story-embed src="${story}" style="display:block;min-height:${KEPT_HEIGHT}"><a href="${story}">${name}</a></story-embed>`,
      `<script async src="${script}"></script>`,
    ].join('\n'),
    iframe: `<iframe src="${src('contained')}${section === undefined ? '' : `#${escapeHtml(section)}`}" ${attributes} style="width:100%;height:${PLAIN_HEIGHT}px;border:0"></iframe>`,
    wordpress: [
      '<!-- wp:html -->',
      `<iframe data-story-embed src="${src('contained')}" ${attributes} style="width:100%;height:${KEPT_HEIGHT};border:0"></iframe>`,
      `<script async src="${script}"></script>`,
      '<!-- /wp:html -->',
    ].join('\n'),
    amp: [
      `<amp-iframe title="${name}" src="${src('flat')}" width="600" height="800" layout="responsive" sandbox="allow-scripts allow-popups" resizable frameborder="0">`,
      `  <div overflow tabindex="0" role="button" aria-label="${name}">${name}</div>`,
      '</amp-iframe>',
    ].join('\n'),
    card: [
      `<a href="${story}" style="display:block;color:inherit;text-decoration:none">`,
      `  <img src="${beside}map.png" alt="" width="1200" height="630" style="display:block;width:100%;height:auto">`,
      `  <strong>${name}</strong><br>${text}`,
      '</a>',
    ].join('\n'),
  };
}
