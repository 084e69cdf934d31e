/** Elements of HTML that may stand in a story's text: what a page shows as it is, without asking another site. */
export const TEXT_ELEMENTS: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q'],
  ...['rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'center',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
    'figure',
  ],
  ...['footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'summary', 'ul'],
  ...['caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
  ...['img', 'picture', 'source', 'svg', 'math'],
]);

/** Elements whose insides have names of their own. */
export const FOREIGN_ELEMENTS: ReadonlySet<string> = new Set(['svg', 'math']);

/** Elements that stand without a closing tag in HTML; in MDX they end with a slash. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'wbr']);

const PLAYER = {
  why: 'a player without the credit, captions and poster that a story gives with its films',
  cure: 'Put the file into media/ and write `<Video src="…"/>` or `<Audio src="…">`, or lead to it with a link: `[Watch it](https://…)`.',
} as const;
const FRAME = {
  why: 'a frame, and the page shows no other site unasked',
  cure: 'Take it out, and lead there with a link: `[The page](https://…)`.',
} as const;
const SCRIPT = {
  why: 'a script, and the page runs none but its own',
  cure: 'Take it out. What the map should do stands in the frontmatter.',
} as const;
const FORM = {
  why: 'part of a form, and the page sends nothing',
  cure: 'Take it out, and lead to the form with a link.',
} as const;
const DOCUMENT = {
  why: 'for the head of a page, not for its text',
  cure: 'Take it out.',
} as const;

/** Why a page's policy (`site/page-policy.ts`) or its form refuses an element, and what to do instead. */
export interface Refusal {
  readonly why: string;
  readonly cure: string;
}

const named = (names: readonly string[], refusal: Refusal) => names.map((name) => [name, refusal] as const);

export const REFUSED_ELEMENTS: ReadonlyMap<string, Refusal> = new Map([
  ...named(['video', 'audio', 'track', 'bgsound'], PLAYER),
  ...named(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'foreignobject'], FRAME),
  ...named(['script', 'noscript', 'template', 'canvas', 'dialog'], SCRIPT),
  ...named(['form', 'input', 'button', 'select', 'option', 'textarea', 'fieldset', 'label', 'output'], FORM),
  ...named(['html', 'head', 'body', 'base', 'link', 'meta', 'title', 'style', 'main'], DOCUMENT),
]);

/** Attributes that would run code, or that the builder takes for itself. */
export const refusesAttribute = (name: string): boolean =>
  /^(on|data-)/i.test(name) || (name.includes(':') && !/^(xlink|xml|xmlns):/.test(name)) || OWN_ATTRIBUTES.has(name);

const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'slot',
  'is',
  'nonce',
  'srcdoc',
  'formaction',
  'ping',
  'autofocus',
]);
