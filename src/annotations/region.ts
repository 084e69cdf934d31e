import { polygonArea, polygonCentroid, polygonContains } from 'd3';
import type { Box, LngLat, ScreenPoint } from '../geo/lng-lat.ts';
import { unproject } from '../geo/mercator.ts';
import { atRest } from '../labels/at-rest.ts';
import { haloTone } from '../labels/background.ts';
import { grow, isFree } from '../labels/collision.ts';
import { blockBox, blockLines, blockMark, type TextBlock, textBlock } from '../labels/text-block.ts';
import type { Draw, MarkContext, TextMark } from '../marks/mark.ts';
import { phase, projectLine } from '../marks/screen-path.ts';
import type { RegionAnnotation } from '../story/story.ts';
import { NOTHING } from './nothing.ts';

type Ring = [number, number][];

const EDGE = 12;
/** The middle is sought on a grid of so many steps each way. */
const STEPS = 16;
const MAX_WIDTH = 400;

/** The region's largest outline on the resting screen. */
function largestRing(annotation: RegionAnnotation, context: MarkContext): Ring {
  const polygons = context.atlas.area(annotation.region) ?? [];
  const rings = polygons.map(
    (polygon): Ring => projectLine(polygon[0] ?? [], context.restProjection).map(([x, y]) => [x, y]),
  );
  return rings.reduce<Ring>(
    (best, ring) => (Math.abs(polygonArea(ring)) > Math.abs(polygonArea(best)) ? ring : best),
    [],
  );
}

function gridOver(box: Box): readonly ScreenPoint[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, index) => index / STEPS);
  return steps.flatMap((down) =>
    steps.map(
      (across): ScreenPoint => [box.left + (box.right - box.left) * across, box.top + (box.bottom - box.top) * down],
    ),
  );
}

function visiblePart(ring: Ring, room: Box): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return {
    left: Math.max(room.left, Math.min(...xs)),
    right: Math.min(room.right, Math.max(...xs)),
    top: Math.max(room.top, Math.min(...ys)),
    bottom: Math.min(room.bottom, Math.max(...ys)),
  };
}

const centredBox = (block: TextBlock, [x, y]: ScreenPoint): Box =>
  blockBox(block, [x - block.width / 2, y - block.height / 2]);

const cornersOf = ({ left, right, top, bottom }: Box): Ring => [
  [left, top],
  [right, top],
  [left, bottom],
  [right, bottom],
];

/** The free spot nearest to the middle of what is seen of the region; wholly inside the region where that can be. */
function middleOf(ring: Ring, block: TextBlock, context: MarkContext): ScreenPoint | null {
  if (ring.length < 3) return null;
  const room = grow(context.freeBox, -EDGE);
  const part = visiblePart(ring, room);
  const [cx, cy] = polygonCentroid(ring);
  const target: ScreenPoint = [
    Math.min(part.right, Math.max(part.left, cx)),
    Math.min(part.bottom, Math.max(part.top, cy)),
  ];
  const away = ([x, y]: ScreenPoint): number => Math.hypot(x - target[0], y - target[1]);
  const free = [target, ...gridOver(part)].filter((point) => isFree(centredBox(block, point), room, context.taken));
  const inside = (points: (box: Box) => Ring): readonly ScreenPoint[] =>
    free.filter((point) => points(centredBox(block, point)).every((corner) => polygonContains(ring, corner)));
  const whole = inside((box) => cornersOf(grow(box, 6)));
  const spots = whole.length > 0 ? whole : inside((box) => [[(box.left + box.right) / 2, (box.top + box.bottom) / 2]]);
  return spots.reduce<ScreenPoint | null>(
    (best, point) => (best === null || away(point) < away(best) ? point : best),
    null,
  );
}

function labelPoint(annotation: RegionAnnotation, block: TextBlock, context: MarkContext): LngLat | null {
  if (annotation.at !== null) {
    const box = centredBox(block, context.restProjection.project(annotation.at));
    if (isFree(box, grow(context.freeBox, -EDGE), context.taken)) return annotation.at;
  }
  const middle = middleOf(largestRing(annotation, context), block, context);
  return middle === null ? null : unproject(context.restProjection, middle);
}

interface RestingName {
  readonly lngLat: LngLat;
  readonly block: TextBlock;
  readonly box: Box;
  readonly words: readonly TextMark[];
}

function restingName(annotation: RegionAnnotation, context: MarkContext): RestingName | null {
  const text = annotation.label.toLocaleUpperCase(context.locale);
  const block = textBlock([{ text, role: 'region', tone: 'region' }], MAX_WIDTH, context);
  const lngLat = labelPoint(annotation, block, context);
  if (lngLat === null) return null;
  const box = centredBox(block, context.restProjection.project(lngLat));
  return { lngLat, block, box, words: blockLines(block, 'middle', haloTone(box, context)) };
}

/** A region's name in the middle of what is seen of it. */
export const drawRegion: Draw<RegionAnnotation> = (annotation, t, context) => {
  const resting = atRest(annotation, context, () => restingName(annotation, context));
  if (resting === null) return NOTHING;
  const { lngLat, block, box, words } = resting;
  const [x, y] = context.projection.project(lngLat);
  return {
    marks: blockMark(annotation.id, words, [x - block.width / 2, y - block.height / 2], phase(t, 0, 1)),
    boxes: [box],
    names: [annotation.region],
  };
};
