import { addKinds } from '../../annotations/more-kinds.ts';
import { TABLE_CHARTS } from '../../charts/table-charts/table-charts.ts';
import workerUrl from './placed-kinds-worker.ts?module-worker';

/** How a story with kinds of its own places them. */
export interface MoreKinds {
  /** A worker that places the kinds all stories have, and these. */
  readonly workerUrl: string;
  /** Makes them known to the page itself, where no worker starts. */
  readonly load: () => Promise<unknown>;
}

/** Makes the kinds known that few stories have, as far as the page draws them. */
export function addDrawnKinds(): MoreKinds {
  addKinds(TABLE_CHARTS);
  return { workerUrl, load: () => import('./placed-kinds.ts') };
}
