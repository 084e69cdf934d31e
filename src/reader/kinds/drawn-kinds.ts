import { OWN_KINDS } from 'virtual:own-kinds';
import { addKinds } from '../../annotations/more-kinds.ts';
import { TABLE_CHARTS } from '../../charts/table-charts/table-charts.ts';
import type { Story } from '../../story/story.ts';
import type { TellFallback } from '../player/fallback.ts';
import workerUrl from './placed-kinds-worker.ts?module-worker';

/** How a story with kinds that few stories have places them. */
export interface MoreKinds {
  /** A worker that places the kinds all stories have, and these. */
  readonly workerUrl: string;
  /** Makes them known to the page itself, where no worker starts. */
  readonly load: () => Promise<unknown>;
}

/**
 * Makes the kinds known that few stories have and those of the story's own, as far as the page draws them.
 * @param tell what goes wrong in a kind of the story's own
 */
export async function addDrawnKinds({ slug }: Story, tell: TellFallback): Promise<MoreKinds> {
  addKinds(TABLE_CHARTS);
  const own = await OWN_KINDS[slug]?.();
  return (
    own?.addDrawn((failure) => tell('annotation-failed', failure)) ?? {
      workerUrl,
      load: () => import('./placed-kinds.ts'),
    }
  );
}
