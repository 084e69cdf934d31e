import type { SceneMarks } from '../static-map/scene-marks.ts';
import type { InPieces } from '../story/in-pieces.ts';
import { inIdleMoments } from './idle.ts';
import type { MarksPlace } from './story-marks.ts';

/** As many as a flick of the finger passes. */
const FLICK = 8;

/** From the opening not everybody reads on, and MapLibre is starting. */
const reachFrom = (index: number): number => (index === 0 ? 1 : FLICK);

/**
 * Names and callouts of the sections to come find their places in idle moments, before they are needed: a flick leaves no
 * time for that between its frames.
 *
 * @param place where the reader is now
 * @returns starts anew, or goes on from where the reader is
 */
export function createLookAhead(
  of: SceneMarks,
  count: number,
  place: () => MarksPlace,
  signal: AbortSignal,
): () => void {
  let isUnderWay = false;
  const end = (): number => Math.min(count, place().index + 1 + reachFrom(place().index));
  function* pieces(): InPieces<void> {
    let start = -1;
    // The reader goes on meanwhile, or back.
    while (start !== place().index) {
      start = place().index;
      for (let at = start + 1; at < end(); at = Math.max(at, place().index) + 1) {
        const { viewport, isFlat } = place();
        yield* of.prepare(at, viewport, isFlat);
      }
    }
    isUnderWay = false;
  }
  return () => {
    if (isUnderWay) return;
    isUnderWay = true;
    inIdleMoments(pieces(), signal);
  };
}
