import { lookup as resolve } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** Why something was not fetched: a clause that goes on after its address. */
export class FetchRefusal extends Error {}

export interface FetchLimits {
  readonly maxBytes: number;
  /** Without a byte. */
  readonly idleMs: number;
  /** From the first question to the last byte. */
  readonly wholeMs: number;
  readonly maxRedirects: number;
  /** Whether an IP address may be asked. */
  readonly isAllowed: (address: string) => boolean;
}

export const FETCH_LIMITS: FetchLimits = {
  maxBytes: 40_000_000,
  idleMs: 15_000,
  wholeMs: 90_000,
  maxRedirects: 5,
  isAllowed: (address) => !isPrivateAddress(address),
};

export interface Fetched {
  readonly bytes: Uint8Array;
  /** As the server says; files are known by their content. */
  readonly type: string;
  /** The last address, after redirects. */
  readonly address: string;
}

const refusedHost = (host: string): FetchRefusal =>
  new FetchRefusal(`${host} is an address of this machine or its network; --allow-private would ask it`);

/** Names are looked up here, and only an address that was judged is asked: a name cannot change in between. */
const guardedLookup =
  ({ isAllowed }: FetchLimits): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '');
      const refused = found.find(({ address }) => !isAllowed(address));
      const [first] = found;
      if (refused !== undefined || first === undefined) return done(refusedHost(host), '');
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };

function urlOf(address: string, { isAllowed }: FetchLimits): URL {
  if (!URL.canParse(address)) throw new FetchRefusal('it is no address');
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchRefusal('only http and https are asked');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowed(host)) throw refusedHost(host);
  return url;
}

type Answer = { readonly location: string } | { readonly bytes: Uint8Array; readonly type: string };

/** What the head of an answer rules out; null where its body may come. */
function headFault({ statusCode = 0, headers }: IncomingMessage, { maxBytes }: FetchLimits): string | null {
  if (statusCode !== 200) return `its server answers ${statusCode}`;
  if (Number(headers['content-length'] ?? 0) > maxBytes) return `it is larger than ${maxBytes / 1e6} MB`;
  const packing = headers['content-encoding'] ?? 'identity';
  return packing === 'identity' ? null : 'its server sends it packed, though it was asked not to';
}

function readBody(response: IncomingMessage, { maxBytes }: FetchLimits): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    response.on('data', (chunk: Uint8Array) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > maxBytes) response.destroy(new FetchRefusal(`it is larger than ${maxBytes / 1e6} MB`));
    });
    response.on('end', () => done(Buffer.concat(chunks)));
    response.on('error', fail);
    response.on('close', () => fail(new FetchRefusal('its server broke off')));
  });
}

function ask(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<Answer> {
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const headers = {
    accept: 'image/*,video/*,audio/*,text/html;q=0.8,*/*;q=0.5',
    'accept-encoding': 'identity',
    'user-agent': 'story-map-import/1',
  };
  return new Promise((done, fail) => {
    const request = get(url, { agent: false, headers, lookup: guardedLookup(limits), signal, timeout: limits.idleMs });
    request.on('timeout', () => request.destroy(new FetchRefusal('its server keeps silent')));
    request.on('error', fail);
    request.on('response', (response) => {
      const { location } = response.headers;
      if ((response.statusCode ?? 0) >= 300 && (response.statusCode ?? 0) < 400 && location !== undefined) {
        response.destroy();
        done({ location });
        return;
      }
      const fault = headFault(response, limits);
      if (fault !== null) {
        response.destroy();
        fail(new FetchRefusal(fault));
        return;
      }
      readBody(response, limits).then((bytes) => done({ bytes, type: response.headers['content-type'] ?? '' }), fail);
    });
  });
}

function wordsOf(error: unknown): FetchRefusal {
  if (error instanceof FetchRefusal) return error;
  const { code = '', name = '', cause } = error as { code?: string; name?: string; cause?: unknown };
  if (cause instanceof FetchRefusal) return cause;
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return new FetchRefusal('it took too long');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new FetchRefusal('its server is not found');
  return new FetchRefusal(`its server cannot be reached${code === '' ? '' : ` (${code})`}`);
}

async function follow(address: string, limits: FetchLimits, signal: AbortSignal, left: number): Promise<Fetched> {
  const url = urlOf(address, limits);
  const answer = await ask(url, limits, signal);
  if ('bytes' in answer) return { ...answer, address: url.href };
  if (left === 0) throw new FetchRefusal('it leads on and on');
  if (!URL.canParse(answer.location, url.href)) throw new FetchRefusal('it leads to no address');
  return follow(new URL(answer.location, url.href).href, limits, signal, left - 1);
}

/**
 * What is at an address of the web. Each redirect is judged as the first address was.
 * @throws FetchRefusal with the reason where nothing comes, too much, too slowly, or from where nothing may
 */
export async function fetchSafely(address: string, limits: FetchLimits = FETCH_LIMITS): Promise<Fetched> {
  try {
    return await follow(address, limits, AbortSignal.timeout(limits.wholeMs), limits.maxRedirects);
  } catch (error) {
    throw wordsOf(error);
  }
}
