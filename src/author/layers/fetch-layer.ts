import { LAYER_ADDRESS } from '../../content/files/edit-address.ts';
import type { AuthoredLayer } from '../../content/normalize/authored-layer.ts';
import type { Story } from '../../story/story.ts';

/** Asks the server that serves this page what a data layer is built of; null where it has no such layer or does not answer. */
export async function fetchLayer(
  { slug, locale }: Story,
  layer: string,
  signal: AbortSignal,
): Promise<AuthoredLayer | null> {
  try {
    const response = await fetch(LAYER_ADDRESS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ story: slug, layer, locale }),
      signal,
    });
    return response.ok ? ((await response.json()) as AuthoredLayer) : null;
  } catch {
    return null;
  }
}
