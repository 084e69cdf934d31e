import { setPrintableStyle } from './important-style.ts';

/**
 * A frame on paper is one picture, and the story's address below it. In a style sheet made here, which neither a policy of
 * the host forbids nor a style of it overrules.
 */
const STYLES = `a{display:none;padding:.5em;font:1rem/1.4 serif;color:CanvasText;background:Canvas}
.unheard{display:block;position:absolute;inset:auto 0 0;text-align:center}
@media print{:host{block-size:auto!important;min-block-size:0!important}
iframe{position:static!important;block-size:26rem!important;break-inside:avoid}
slot{display:none}
a,.unheard{display:block;position:static}
a::after{content:" " attr(href);overflow-wrap:anywhere}}`;

/** What the element shows in place of its own content: the frame, and a link to the story. */
export interface Shadow {
  show(iframe: HTMLIFrameElement): void;
  /** Nothing is known of what the frame shows: the link is offered as well. */
  offerLink(): void;
}

const nameOf = (host: HTMLElement): string => host.title || host.textContent?.trim() || 'Story map';

/** @param story address of the story's own page */
function createLink(host: HTMLElement, story: string): HTMLAnchorElement {
  const link = document.createElement('a');
  Object.assign(link, { href: story, target: '_blank', rel: 'noopener', textContent: nameOf(host) });
  return link;
}

/** Until there is a frame the element's own content stays: a link, say. */
export function createShadow(host: HTMLElement, story: string): Shadow {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const link = createLink(host, story);
  if ('replaceSync' in CSSStyleSheet.prototype && 'adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
  } else link.style.display = 'none';
  root.replaceChildren(document.createElement('slot'), link);
  return {
    show(iframe) {
      iframe.title = nameOf(host);
      setPrintableStyle(iframe, { display: 'block', border: '0', 'inline-size': '100%', 'block-size': '100%' });
      link.className = '';
      root.replaceChildren(iframe, link);
    },
    offerLink() {
      link.className = 'unheard';
    },
  };
}
