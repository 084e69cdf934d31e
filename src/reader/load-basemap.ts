import type { Basemap } from '../basemap/basemap.ts';

const RETRY_MS = 1000;

async function fetchBasemap(url: string, signal: AbortSignal): Promise<Basemap> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The basemap answered ${response.status}`);
  return (await response.json()) as Basemap;
}

/**
 * Fetches a basemap, and once more when that fails: a phone that changes its network drops a request now and then.
 * @throws when the second try fails too, or when aborted
 */
export async function loadBasemap(url: string, signal: AbortSignal): Promise<Basemap> {
  try {
    return await fetchBasemap(url, signal);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return fetchBasemap(url, signal);
  }
}
