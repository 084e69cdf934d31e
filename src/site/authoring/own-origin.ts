import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/**
 * A name that no stranger can make lead here: an address, or this very machine. Any other could be pointed at this
 * server by whoever owns it, and its pages would then pass for ours.
 */
function isOurs(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare.endsWith('.localhost') || isIP(bare) !== 0;
}

/** Whether a request comes from a page this server sent itself. A request that does not say where from does not. */
export function isFromOwnPage({ host, origin, ...headers }: IncomingHttpHeaders): boolean {
  if (host === undefined || origin === undefined || !URL.canParse(origin)) return false;
  const site = headers['sec-fetch-site'];
  const from = new URL(origin);
  return from.host === host && isOurs(from.hostname) && (site === undefined || site === 'same-origin');
}
