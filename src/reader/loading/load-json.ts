const RETRY_MS = 1000;

/** A connection that brings nothing for so long has broken without saying so. */
const STALL_MS = 15_000;

/** What loading needs of the window. */
export type Network = Pick<typeof globalThis, 'fetch' | 'setTimeout' | 'clearTimeout'>;

/** Follows an answer to its end; gives up once it stands still. */
async function readText(response: Response, onBytes: () => void): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    onBytes();
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

async function fetchJson<T>(url: string, signal: AbortSignal, network: Network): Promise<T> {
  // A signal tells those who listen when it is aborted, and nobody afterwards.
  signal.throwIfAborted();
  const given = new AbortController();
  const giveUp = (): void => given.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = (): void => {
    network.clearTimeout(timer);
    timer = network.setTimeout(giveUp, STALL_MS);
  };
  // Not `AbortSignal.any`, which phones of a few years ago do not have.
  signal.addEventListener('abort', giveUp);
  watch();
  try {
    const response = await network.fetch(url, { signal: given.signal });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return JSON.parse(await readText(response, watch)) as T;
  } finally {
    network.clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

/**
 * Fetches a file of data, and once more when that fails: a phone that changes its network drops a request now and then.
 * @throws when the second try fails too, or when aborted
 */
export async function loadJson<T>(url: string, signal: AbortSignal, network: Network = globalThis): Promise<T> {
  try {
    return await fetchJson<T>(url, signal, network);
  } catch (error) {
    if (signal.aborted) throw error;
    await new Promise((resolve) => network.setTimeout(resolve, RETRY_MS));
    return fetchJson<T>(url, signal, network);
  }
}
