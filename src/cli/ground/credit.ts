import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import type { Credit } from '../../basemap/credits.ts';
import { licenceExpression, UNSTATED } from '../../content/files/stated-licence.ts';
import { wordedCredit } from '../basemap/attribution.ts';
import type { SaidCredit } from './said-credit.ts';

const MAX_CREDIT = 160;

/** Words of an archive's attribution: whatever markup it holds is read as a page would be, and only its text kept. */
function creditText(attribution: string): string {
  const tree = fromHtml(attribution.slice(0, 10_000), { fragment: true });
  const text = toText(tree)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return text.length > MAX_CREDIT ? `${text.slice(0, MAX_CREDIT - 1).trimEnd()}…` : text;
}

const OPEN_STREET_MAP = /(?:(?:©|\(c\)|copyright)\s*)?(?:open\s?street\s?map|\bOSM\b)(?:\s+contributors)?/gi;

/** What a credit says besides OpenStreetMap. */
const withoutOpenStreetMap = (text: string): string =>
  text.replace(OPEN_STREET_MAP, '').replace(/^[\s,;|.·]+|[\s,;|.·]+$/g, '');

/** What they say in other languages besides OpenStreetMap, whose credit pages translate. */
function textsOf(credits: SaidCredit['credits']): Pick<Credit, 'texts'> {
  const texts = Object.entries(credits)
    .map(([tag, words]) => [tag, withoutOpenStreetMap(words)] as const)
    .filter(([, words]) => words !== '');
  return texts.length === 0 ? {} : { texts: Object.fromEntries(texts) };
}

/**
 * The credits the detail must show. An author's own words go before the archive's.
 * @param said by `--credit` and `--licence`; null where nothing is
 */
export function creditsFor(
  attribution: string,
  said: SaidCredit & { readonly licence: string | null },
): readonly Credit[] {
  const text = said.credit ?? creditText(attribution);
  const isOpenStreetMap = text.search(OPEN_STREET_MAP) >= 0;
  const licence = said.licence === null ? (isOpenStreetMap ? 'ODbL-1.0' : UNSTATED) : licenceExpression(said.licence);
  const texts = textsOf(said.credits);
  if (!isOpenStreetMap) return [{ text: text || `Detail: source ${UNSTATED}`, ...texts, short: null, licence }];
  const rest = withoutOpenStreetMap(text);
  const others = rest === '' ? [] : [{ text: rest, ...texts, short: null, licence }];
  return [wordedCredit('creditOpenStreetMap', licence, '© OpenStreetMap'), ...others];
}
