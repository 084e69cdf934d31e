import { subjectOf } from '../../../annotations/placing.ts';
import { boxAround } from '../../../geo/boxes.ts';
import { emphasisOf } from '../../../story/layers.ts';
import type { AnnotationBase } from '../../../story/story.ts';
import type { Stop } from '../../../story/timeline.ts';
import { isLinePiece } from '../../boxes-along.ts';
import { Collisions } from '../../collisions.ts';
import type { RestContext } from '../../rest-context.ts';
import { type PlacedShield, placeShield, type Road, type ShieldedRoad } from '../../road-shields.ts';
import type { TownInput } from '../../towns/place-labels.ts';

/** A chart's wash stronger than this takes the map's names away. */
const WASHED = 0.5;
const SYMBOL_ROOM_PX = 16;
const BASEMAP = 'basemap:';

/** What annotations say of a road: that they draw it, or the point of it they point at. */
function toldOf({ ref }: Road, annotations: readonly AnnotationBase[], context: RestContext) {
  const subjects = annotations.map((annotation) => subjectOf(annotation, context));
  const own = subjects.filter((subject) => subject?.route === `${BASEMAP}${ref}`);
  return {
    isDrawn: own.some((subject) => subject?.point === undefined),
    point: own.find((subject) => subject?.point !== undefined)?.point,
  };
}

/** One shield for each great road in view, as strong as the road: where a callout points at it, else where there is most room. */
export function placeSectionShields(
  roads: readonly Road[],
  { section }: Stop,
  towns: readonly TownInput[],
  context: RestContext,
  collisions: Collisions,
): readonly PlacedShield[] {
  const shown = emphasisOf(section.layers, 'roads');
  if (shown <= 0 || section.layers.wash >= WASHED) return [];
  const symbols = towns.map(({ lngLat }) => boxAround(context.projection.project(lngLat), SYMBOL_ROOM_PX));
  // A shield may stand over the beginning of its callout's leader, but over no text.
  const texts = Collisions.of(collisions.boxes.filter((box) => !isLinePiece(box)));
  const placed: PlacedShield[] = [];
  for (const one of roads) {
    const { isDrawn, point } = toldOf(one, section.annotations, context);
    // A road that an annotation draws is at full strength; it holds its own room, and its shield stands in it.
    const road: ShieldedRoad = { ...one, strength: isDrawn ? 1 : shown };
    const occupied = placed.map(({ box }) => box);
    const atCallout = point ? placeShield({ ...road, line: [point, point] }, context, texts.with(occupied)) : null;
    const around = (isDrawn ? texts : collisions).with([...symbols, ...occupied]);
    const shield = atCallout ?? placeShield(road, context, around);
    if (shield) placed.push(shield);
  }
  return placed;
}
