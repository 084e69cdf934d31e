import { crossesAreShown } from '../annotations/crosses.ts';
import { type PlacedLabel, type PlaceLabelsInput, placeLabels, type TownInput } from '../annotations/place-labels.ts';
import type { PlacedShield } from '../annotations/road-shields.ts';
import type { Box } from '../geo/lng-lat.ts';
import { createProjection } from '../geo/mercator.ts';
import { emphasisOf } from '../story/layers.ts';
import type { Layout } from '../story/layout.ts';
import type { MarkContext } from '../story/mark.ts';
import type { Viewport } from '../story/scene.ts';
import type { Story } from '../story/story.ts';
import type { Stop } from '../story/timeline.ts';
import { areaNamesInView, isOnItsGround } from './area-names.ts';
import { drawAny, inPlacementOrder } from './draw-annotation.ts';
import { groundTone, holds } from './ground-tone.ts';
import { linesInView } from './lines-in-view.ts';
import { type Locator, placeLocator } from './locator.ts';
import type { MapBase } from './map-base.ts';
import { shieldsAtRest } from './shields-at-rest.ts';

/** What is decided once for a section on a screen, with its camera at rest and everything drawn. */
export interface RestPlacement {
  readonly context: MarkContext;
  /** Boxes each annotation finds taken, by annotation id. */
  readonly takenBefore: Readonly<Record<string, readonly Box[]>>;
  readonly shields: readonly PlacedShield[];
  readonly labels: readonly PlacedLabel[];
  readonly locator: Locator | null;
}

/** Below the map runs the line of credits. */
const CREDITS_PX = 22;

/** Free ground beyond the margins of the free box, on the sides where no text stands. */
function roomBeyond(
  { freeBox, cardBox, stageHeightPx, barHeightPx }: Layout,
  { width }: Viewport,
): PlaceLabelsInput['roomPx'] {
  const cardLeft = cardBox.right <= freeBox.left;
  const cardRight = cardBox.left >= freeBox.right;
  const cardAbove = cardBox.bottom <= freeBox.top;
  return {
    left: cardLeft ? 0 : freeBox.left,
    right: cardRight ? 0 : width - freeBox.right,
    top: cardAbove ? 0 : Math.max(0, freeBox.top - barHeightPx),
    bottom: Math.max(
      0,
      Math.min(cardBox.top > freeBox.bottom ? cardBox.top : stageHeightPx, stageHeightPx) - freeBox.bottom - CREDITS_PX,
    ),
  };
}

function restContext(story: Story, base: MapBase, { section, layout, camera }: Stop, viewport: Viewport): MarkContext {
  const projection = createProjection(camera, viewport.width, viewport.height);
  const soft = section.annotations.flatMap((one) => (one.kind === 'area' ? [base.atlas.area(one.area) ?? []] : []));
  return {
    projection,
    restProjection: projection,
    freeBox: layout.freeBox,
    sizeClass: layout.sizeClass,
    locale: story.locale,
    dir: viewport.dir,
    places: story.places,
    facts: story.facts,
    atlas: base.atlas,
    taken: [],
    avoidLines: linesInView(base.lines, projection),
    crosses: emphasisOf(section.layers, 'crosses') > 0 && crossesAreShown(projection),
    groundAt: (lngLat) =>
      soft.some((area) => holds(area, lngLat)) ? 'soft' : groundTone(lngLat, section.layers, base.land, base.atlas),
  };
}

function placeAnnotations(context: MarkContext, { section }: Stop) {
  let taken: readonly Box[] = [];
  const takenBefore: Record<string, readonly Box[]> = {};
  const names = new Set<string>();
  for (const annotation of inPlacementOrder(section.annotations)) {
    takenBefore[annotation.id] = taken;
    const drawing = drawAny(annotation, 1, { ...context, taken });
    taken = [...taken, ...drawing.boxes];
    for (const name of drawing.names) names.add(name);
  }
  return { taken, takenBefore, names };
}

const hasLabels = ({ section }: Stop): boolean =>
  emphasisOf(section.layers, 'labels') > 0 && emphasisOf(section.layers, 'map') > 0;

/** From farther away than this only places the section asks for keep a name of the smallest rank. */
const SMALL_TOWNS_METRES_PER_PIXEL = 220;

function townsInView(base: MapBase, { section }: Stop, { restProjection }: MarkContext): readonly TownInput[] {
  if (restProjection.metresPerPixel < SMALL_TOWNS_METRES_PER_PIXEL) return base.towns;
  return base.towns.filter(({ id, rank }) => rank < 3 || section.frame.keepVisible.includes(id));
}

function labelInput(story: Story, base: MapBase, stop: Stop, viewport: Viewport, context: MarkContext) {
  const roomPx = roomBeyond(stop.layout, viewport);
  const { freeBox } = stop.layout;
  const room: Box = {
    left: freeBox.left - roomPx.left,
    right: freeBox.right + roomPx.right,
    top: freeBox.top - roomPx.top,
    bottom: freeBox.bottom + roomPx.bottom,
  };
  return {
    towns: townsInView(base, stop, context),
    areaNames: areaNamesInView(base, story.homeCountry, room, context),
    focus: story.focus,
    secondLocale: base.secondLocale,
    roomPx,
  };
}

/** Annotations take their room first, then road shields, then names: so it is the same however the reader came here. */
export function placeAtRest(story: Story, base: MapBase, stop: Stop, viewport: Viewport): RestPlacement {
  const context = restContext(story, base, stop, viewport);
  const { taken, takenBefore, names } = placeAnnotations(context, stop);
  if (!hasLabels(stop)) return { context, takenBefore, shields: [], labels: [], locator: null };
  const locator = placeLocator(stop.section, base, { ...context, taken });
  const held = locator ? [...taken, locator.box] : taken;
  const input = labelInput(story, base, stop, viewport, context);
  const shields = shieldsAtRest(base.roads, stop, input.towns, { ...context, taken: held });
  const labels = placeLabels(
    { ...input, hidden: names },
    { ...context, taken: [...held, ...shields.map(({ box }) => box)] },
  ).filter((label) => isOnItsGround(label, base, context));
  return { context, takenBefore, shields, labels, locator };
}
