import { pointAt } from '../../geo/along-line.ts';
import type { MarkContext } from '../../marks/mark.ts';
import type { InPieces } from '../../story/in-pieces.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { Annotation } from '../../story/story.ts';
import type { Stop } from '../../story/timeline.ts';
import { boxAround, isLinePiece } from '../collision.ts';
import type { TownInput } from '../place-labels.ts';
import { type PlacedShield, placeShields, type Road, type ShieldedRoad } from '../road-shields.ts';

/** A chart's wash stronger than this takes the map's names away. */
const WASHED = 0.5;
const SYMBOL_ROOM_PX = 16;
const BASEMAP = 'basemap:';

/** A callout that points at a road points at its shield. */
function pointedAt(road: ShieldedRoad, annotations: readonly Annotation[], context: MarkContext): ShieldedRoad | null {
  for (const annotation of annotations) {
    if (annotation.kind !== 'callout' || !('route' in annotation.anchor)) continue;
    if (annotation.anchor.route !== `${BASEMAP}${road.ref}`) continue;
    const line = context.atlas.route(annotation.anchor.route);
    if (!line) continue;
    const point = pointAt(line, annotation.anchor.along);
    return { ...road, line: [point, point] };
  }
  return null;
}

/** A road that an annotation draws is at full strength; it holds its own room, and its shield stands in it. */
const isDrawnBy = (annotations: readonly Annotation[], { ref }: Road): boolean =>
  annotations.some((one) => (one.kind === 'route' || one.kind === 'flow') && one.route === `${BASEMAP}${ref}`);

/** One shield for each great road in view, as strong as the road: where a callout points at it, else where there is most room. */
export function* shieldsAtRest(
  roads: readonly Road[],
  { section }: Stop,
  towns: readonly TownInput[],
  context: MarkContext,
): InPieces<readonly PlacedShield[]> {
  const shown = emphasisOf(section.layers, 'roads');
  if (shown <= 0 || section.layers.wash >= WASHED) return [];
  const symbols = towns.map(({ lngLat }) => boxAround(context.restProjection.project(lngLat), SYMBOL_ROOM_PX));
  const placed: PlacedShield[] = [];
  for (const one of roads) {
    const isDrawn = isDrawnBy(section.annotations, one);
    const road: ShieldedRoad = { ...one, strength: isDrawn ? 1 : shown };
    const anchored = pointedAt(road, section.annotations, context);
    const held = placed.map(({ box }) => box);
    // The shield stands over the beginning of its callout's leader, but over no text.
    const texts = context.taken.filter((box) => !isLinePiece(box));
    const atCallout = anchored ? yield* placeShields([anchored], { ...context, taken: [...texts, ...held] }) : [];
    const around = isDrawn ? texts : context.taken;
    const taken = [...around, ...symbols, ...held];
    placed.push(...(atCallout.length > 0 ? atCallout : yield* placeShields([road], { ...context, taken })));
  }
  return placed;
}
