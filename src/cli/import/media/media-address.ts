import { endingOf, MEDIA_ENDINGS } from '../../../content/media/media-names.ts';

/** Where the player of a site shows the film or recording of a page of it. */
const PLAYERS: readonly (readonly [RegExp, (id: string) => string])[] = [
  [
    /^https?:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/|youtu\.be\/)([\w-]{6,})/i,
    (id) => `https://www.youtube.com/watch?v=${id}`,
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i, (id) => `https://vimeo.com/${id}`],
  [/^https?:\/\/w\.soundcloud\.com\/player\/?\?(?:.*&)?url=([^&]+)/i, (url) => decoded(url)],
];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address as it is asked for: without blanks, with its protocol, and a player's as that of the page it plays from. */
export function plainAddress(address: string): string {
  const trimmed = address.trim().replace(/^\/\//, 'https://');
  const player = PLAYERS.find(([pattern]) => pattern.test(trimmed));
  if (player === undefined) return trimmed;
  return player[1](player[0].exec(trimmed)?.[1] ?? '');
}

export const isRemote = (address: string): boolean => /^https?:\/\//i.test(address);
export const isInline = (address: string): boolean => /^data:/i.test(address);

/** The path of an address, without what a query or a fragment asks for. */
export function pathOf(address: string): string {
  const path = isRemote(address) && URL.canParse(address) ? new URL(address).pathname : address.replace(/[?#].*$/, '');
  return decoded(path);
}

/** What a file is by the ending of its name; null where that says nothing. */
export const kindByName = (address: string) => MEDIA_ENDINGS[endingOf(pathOf(address))] ?? null;

const PAGES =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|soundcloud\.com|spotify\.com|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com|wikipedia\.org|sketchfab\.com|issuu\.com|bsky\.app)\//i;

/** Whether an address leads to a page, which only its own site can show, rather than to a file. */
export const isPage = (address: string): boolean =>
  isRemote(address) &&
  kindByName(address) === null &&
  (PAGES.test(address) || /\.(html?|php|aspx?)$/i.test(pathOf(address)));

const NAMES: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'soundcloud.com': 'SoundCloud',
  'twitter.com': 'Twitter',
  'x.com': 'X',
  'wikipedia.org': 'Wikipedia',
};

/** What a page is called whose title nobody has read: an article of Wikipedia by its name, others by their site. */
export function titleByAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname } = new URL(address);
  const site = Object.entries(NAMES).find(([host]) => hostname === host || hostname.endsWith(`.${host}`))?.[1];
  const article = /^\/wiki\/(.+)$/.exec(pathname)?.[1];
  if (site === 'Wikipedia' && article !== undefined) return `${decoded(article).replaceAll('_', ' ')} (Wikipedia)`;
  return site ?? hostname.replace(/^www\./, '');
}
