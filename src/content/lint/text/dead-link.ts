import { nearestName, suggestName } from '../../files/nearest.ts';
import type { SiteIndex } from './site-index.ts';

/** Why an address leads nowhere, and what to write instead. */
export interface DeadAddress {
  readonly why: string;
  readonly cure: string;
}

/** Where an address stands, and what there is for it to lead to; null where nobody knows. */
export interface LinkContext {
  readonly address: string;
  readonly ids: readonly string[];
  /** Names of the sections on the page. */
  readonly sections: readonly string[];
  /** Names of the sections on the page of the map, where this is another. */
  readonly onMap: readonly string[];
  readonly site: SiteIndex | null;
}

const SOMEWHERE = 'http://site.invalid';
const WEB = /^(https?|ftp):/i;
const OTHER_KNOWN = /^(mailto|tel|sms|geo|xmpp|matrix|magnet):./i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.[a-z]{2,}(?=\/|$)/iu;
const MAIL = /^[^\s@/#?]+@[^\s@/#?]+\.[a-z]{2,}$/i;
const FILE_ENDING =
  /\.(pdf|jpe?g|png|gif|webp|avif|svg|html?|md|mdx|txt|csv|json|geojson|zip|docx?|xlsx?|mp[34]|webm)$/i;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function deadAnchor(anchor: string, ids: readonly string[], onMap: readonly string[] = []): DeadAddress | null {
  const isThere = anchor === '' || anchor === 'top' || ids.includes(anchor);
  if (isThere || /-(note|ref)-\d+(-\d+)?$/.test(anchor)) return null;
  const cure = onMap.includes(anchor) ? `The section stands on the page of the map: \`../#${anchor}\`.` : null;
  return { why: `the page has nothing with the id \`${anchor}\``, cure: cure ?? suggestName(anchor, ids) };
}

/** An address on the web that is not of this site. */
function deadElsewhere(url: string): DeadAddress | null {
  if (WEB.test(url)) {
    const isGood = URL.canParse(url) && /^[a-z]+:\/\/[^/]/i.test(url);
    return isGood ? null : { why: 'it is no address', cure: 'Copy it anew from where it leads.' };
  }
  if (OTHER_KNOWN.test(url)) return null;
  const scheme = SCHEME.exec(url)?.[0] ?? '';
  return { why: `\`${scheme}\` means nothing to a reader’s browser here`, cure: 'Write an address with `https://`.' };
}

function deadHere(url: string, { address, site, sections }: LinkContext): DeadAddress | null {
  if (site === null) return null;
  const { pathname, hash } = new URL(url.replaceAll('\\', '/'), SOMEWHERE + address);
  const path = decoded(pathname).replace(/\/index\.html$/, '/');
  const ids = site.pages.get(path);
  if (ids !== undefined) return ids.length === 0 ? null : deadAnchor(decoded(hash.slice(1)), ids);
  if (site.publicFiles.includes(path.slice(1))) return null;
  if (site.pages.has(`${path}/`)) return { why: 'addresses of pages end with a slash', cure: `Write \`${path}/\`.` };
  const section = path.replace(/^.*\/(?:\d+-)?|\.mdx$/g, '');
  if (!url.startsWith('/') && sections.includes(section)) {
    return { why: 'sections stand on one page and have no file there', cure: `Write \`#${section}\`.` };
  }
  if (DOMAIN.test(url) && !FILE_ENDING.test(url)) {
    return { why: 'it has no scheme, so it would be a file of this site', cure: `Write \`https://${url}\`.` };
  }
  const known = FILE_ENDING.test(path) ? site.publicFiles.map((file) => `/${file}`) : [...site.pages.keys()];
  const nearest = nearestName(path, known);
  const cure =
    nearest === null
      ? 'Put the file into `public/` and write its path from there, as in `/report.pdf`; other sites begin with `https://`.'
      : `Did you mean \`${nearest}\`?`;
  return { why: `the site has neither a page nor a file \`${path}\``, cure };
}

/** Why a link leads nowhere; null where it leads somewhere, or where nobody can know. */
export function deadLink(url: string, context: LinkContext): DeadAddress | null {
  const trimmed = url.trim();
  if (trimmed === '') return { why: 'it has no address', cure: 'Write one between the brackets.' };
  if (trimmed.startsWith('#')) return deadAnchor(decoded(trimmed.slice(1)), context.ids, context.onMap);
  if (SCHEME.test(trimmed)) return deadElsewhere(trimmed);
  if (MAIL.test(trimmed)) return { why: 'it is an address for letters', cure: `Write \`mailto:${trimmed}\`.` };
  if (trimmed.startsWith('//') || /^www\./i.test(trimmed)) {
    const cure = `Write \`https://${trimmed.replace(/^\/\//, '')}\`.`;
    return { why: 'it has no scheme, so it would be a file of this site', cure };
  }
  return deadHere(trimmed, context);
}

const PICTURES_PLACE = 'Put the picture into the story’s `media/` and write `![](../media/quay.jpg)`';

/** Why a picture of the site's own cannot be shown; null where it can, or where nobody can know. */
export function deadPicture(url: string, site: SiteIndex | null): DeadAddress | null {
  if (/^data:image\//i.test(url)) return null;
  if (url === '') return { why: 'it has no address', cure: `${PICTURES_PLACE}.` };
  if (/\.(mp[34]|webm|mov|ogg|wav|pdf|html?)$/i.test(url)) {
    return { why: 'it is no picture', cure: 'Lead to it with a link: `[Watch it](/film.mp4)`, without the `!`.' };
  }
  if (/%(?![0-9a-f]{2})/i.test(url)) return { why: 'a `%` in an address begins a code', cure: 'Write `%25` for `%`.' };
  const files = site?.publicFiles ?? [];
  const path = decoded(url.replace(/[?#].*$/, '').replaceAll('\\', '/'));
  const name = path.replace(/^.*\//, '').toLowerCase();
  const same = files.find((file) => file.toLowerCase().endsWith(name));
  if (!path.startsWith('/')) {
    const found = same === undefined ? '' : ` Did you mean \`/${same}\`?`;
    return { why: 'no picture is looked for beside the text', cure: `${PICTURES_PLACE}.${found}` };
  }
  if (site === null || files.includes(path.slice(1))) return null;
  const pictures = files.filter((file) => /\.(jpe?g|png|gif|webp|avif|svg)$/i.test(file)).map((file) => `/${file}`);
  return { why: `\`public${path}\` does not exist`, cure: `${suggestName(path, pictures)} ${PICTURES_PLACE}.` };
}

/** Whether something would be loaded from another site. */
export const isRemote = (url: string): boolean => /^(\/\/|(?!data:)[a-z][a-z0-9+.-]+:)/i.test(url.trim());
