/** Addresses that are names, not places to fetch from. */
const NAMES = /^https?:\/\/(www\.w3\.org\/(1998|1999|2000|2001|XML|ns)|schema\.org)/;
/** MapLibre's link to itself, which its attribution would show, and a base for parsing relative addresses. */
const INSIDE_MAPLIBRE = /^https:\/\/maplibre\.(org\/|invalid\/)$/;
const ABSOLUTE = /(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`<>)\\]*/gi;
const FETCHING_ATTRIBUTES =
  /\s(src|srcset|poster|data|action|formaction|background|xlink:href|imagesrcset)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
const FETCHING_RELATIONS = /stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|manifest/;

function absoluteIn(text: string): readonly string[] {
  return (text.match(ABSOLUTE) ?? []).filter((address) => !NAMES.test(address));
}

function linkAddresses(html: string): readonly string[] {
  return (html.match(/<link\b[^>]*>/gi) ?? [])
    .filter((tag) => FETCHING_RELATIONS.test(/\brel=["']?([^"'>]*)/i.exec(tag)?.[1] ?? ''))
    .flatMap(absoluteIn);
}

function inlineCode(html: string): string {
  const blocks = [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi)];
  const code = blocks.filter(([, , attributes = '']) => !/application\/(ld\+)?json/.test(attributes));
  const styles = [...html.matchAll(/\sstyle=("[^"]*"|'[^']*')/gi)].map(([style]) => style);
  return [...code.map(([, , , text = '']) => text), ...styles].join('\n');
}

/** Addresses of other sites that a page would fetch by itself. Links a reader may follow are no such addresses. */
export function foreignUrlsInHtml(html: string): readonly string[] {
  const attributes = [...html.matchAll(FETCHING_ATTRIBUTES)].map(([match]) => match).join('\n');
  return [...absoluteIn(attributes), ...linkAddresses(html), ...foreignUrlsInCode(inlineCode(html))];
}

/** Addresses of other sites in a script's strings or in a style sheet. Comments that were kept for their licence do not count. */
export function foreignUrlsInCode(code: string): readonly string[] {
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\//g, '');
  return (withoutComments.match(/(["'`(])(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^"'`)\s]*/gi) ?? [])
    .map((match) => match.slice(1))
    .filter((address) => !NAMES.test(address) && !INSIDE_MAPLIBRE.test(address));
}
