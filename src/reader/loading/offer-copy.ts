import { scrollAtRest } from '../scroll/scroll-intent.ts';
import { isFromCopy } from './from-copy.ts';

/** Once the reader reads on. A builder that writes no worker, and an edition of one file, have nothing to keep. */
export async function offerCopy(root: HTMLElement, readOn: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (!isFromCopy()) await readOn.then(scrollAtRest);
  const panel = root.querySelector<HTMLElement>('[data-worker]');
  if (!panel || signal.aborted) return;
  (await import('./offline-copy.ts').catch(() => null))?.createOfflineCopy(panel, signal);
}
