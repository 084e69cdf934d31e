import { brotliCompressSync } from 'node:zlib';
import type { Detail } from '../../../basemap/detail/detail.ts';
import { packTopology } from '../../../basemap/packed.ts';
import type { Thinning } from './build-detail.ts';

/** Compressed bytes of one close section's detail, and of a story's altogether. */
const SECTION_BUDGET = 80_000;
const STORY_BUDGET = 600_000;

/** From all that is seen to what a map of this scale cannot do without; what goes first is missed least. */
export const THINNINGS: readonly Thinning[] = [
  { tolerancePx: 0.4, areaPx: 12, without: [] },
  { tolerancePx: 0.7, areaPx: 24, without: [] },
  { tolerancePx: 1, areaPx: 48, without: ['streams'] },
  { tolerancePx: 1, areaPx: 48, without: ['streams', 'paths'] },
  { tolerancePx: 1.2, areaPx: 100, without: ['streams', 'paths', 'roads-service'] },
  { tolerancePx: 1.5, areaPx: 250, without: ['streams', 'paths', 'roads-service'] },
  { tolerancePx: 1.5, areaPx: 250, without: ['streams', 'paths', 'roads-service', 'buildings'] },
  {
    tolerancePx: 2,
    areaPx: 500,
    without: ['streams', 'paths', 'roads-service', 'buildings', 'roads-minor', 'streets'],
  },
];

/** What a file weighs as it is sent. */
export const sentBytes = (detail: Detail): number => brotliCompressSync(JSON.stringify(packTopology(detail))).length;

export interface Fitted {
  readonly detail: Detail;
  readonly bytes: number;
  readonly thinning: Thinning;
}

/**
 * The fullest detail that fits a budget; the thinnest there is where none does.
 * @param build makes the detail of a thinning; null where there is nothing to draw
 */
export function fitBudget(build: (thinning: Thinning) => Detail | null, budget: number): Fitted | null {
  let fitted: Fitted | null = null;
  for (const thinning of THINNINGS) {
    const detail = build(thinning);
    if (detail === null) return fitted;
    fitted = { detail, bytes: sentBytes(detail), thinning };
    if (fitted.bytes <= budget) return fitted;
  }
  return fitted;
}

/** What each of so many sections may weigh. */
export const budgetFor = (sections: number): number => Math.min(SECTION_BUDGET, Math.floor(STORY_BUDGET / sections));
