import { anchorPoint } from '../../annotations/anchor.ts';
import { namedPlaces } from '../../annotations/callout.ts';
import { FIXED_KINDS } from '../../annotations/registry.ts';
import { groundUnder } from '../../annotations/ring/ring-ground.ts';
import type { Box, LngLat, LngLatBounds } from '../../geo/lng-lat.ts';
import { createProjection } from '../../geo/mercator.ts';
import { polygonsContain } from '../../geo/point-in-polygons.ts';
import { crossesAreShown } from '../../marks/crosses.ts';
import type { Mark } from '../../marks/mark.ts';
import type { RestContext } from '../rest-context.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { Viewport } from '../../story/scene.ts';
import type { Annotation, Story } from '../../story/story.ts';
import type { Stop } from '../../story/timeline.ts';
import { boxAround } from '../collision.ts';
import { type PlaceLabelsInput, placeLabels, placeWanted, type TownInput } from '../place-labels.ts';
import type { PlacedLabel } from '../placed-label.ts';
import type { PlacedShield } from '../road-shields.ts';
import { areaNamesInView, isOnItsGround } from './area-names.ts';
import { backgroundToneAt } from './background-tone.ts';
import { drawAny, inPlacementOrder, prepareAny } from './draw-annotation.ts';
import { linesInView } from './lines-in-view.ts';
import { type Locator, placeLocator } from './locator.ts';
import type { MapBase } from './map-base.ts';
import { roomBeyond } from './room-beyond.ts';
import { placeSectionShields } from './section-shields.ts';

/** What is decided once for a section on a screen, with its camera at rest and everything drawn. */
export interface SectionPlacement {
  readonly context: RestContext;
  /** Boxes each annotation finds taken, by annotation id. */
  readonly takenBefore: Readonly<Record<string, readonly Box[]>>;
  readonly shields: readonly PlacedShield[];
  readonly labels: readonly PlacedLabel[];
  readonly locator: Locator | null;
}

/** Within the basemap and clear of its faded edge. */
const isWithin = ([lng, lat]: LngLat, [west, south, east, north]: LngLatBounds, margin = 0): boolean =>
  lng > west + margin && lng < east - margin && lat > south + margin && lat < north - margin;

const EDGE_DEGREES = 0.2;

function restContext(
  story: Story,
  base: MapBase,
  { section, layout, camera }: Stop,
  viewport: Viewport,
): RestContext {
  const projection = createProjection(camera, viewport.width, viewport.height);
  const soft = section.annotations.flatMap((one) => (one.kind === 'area' ? [base.atlas.area(one.area) ?? []] : []));
  const context: RestContext = {
    projection,
    projection: projection,
    freeBox: layout.freeBox,
    sizeClass: layout.sizeClass,
    locale: story.locale,
    dir: viewport.dir,
    places: story.places,
    facts: story.facts,
    drawings: story.drawings,
    mapTexts: story.mapTexts,
    // A ring cuts them once, however strong the map shows them later.
    roads: base.roads.map(({ line }) => ({ line, opacity: 1 })),
    atlas: base.atlas,
    taken: [],
    avoidLines: linesInView(base.lines, projection),
    crosses: emphasisOf(section.layers, 'crosses') > 0 && crossesAreShown(projection),
    backgroundAt: (lngLat) => {
      if (!isWithin(lngLat, base.bounds)) return 'paper';
      return soft.some((area) => polygonsContain(area, lngLat))
        ? 'soft'
        : backgroundToneAt(lngLat, section.layers, base.land, base.atlas);
    },
  };
  return { ...context, backgroundAt: groundUnder(section.annotations, context) };
}

const hasLabels = ({ section }: Stop): boolean =>
  emphasisOf(section.layers, 'labels') > 0 && emphasisOf(section.layers, 'map') > 0;

/** From farther away than this only places the section asks for keep a name of the smallest rank. */
const SMALL_TOWNS_METRES_PER_PIXEL = 220;

/** From farther away than this only the regions a section tints are named. */
const REGIONS_METRES_PER_PIXEL = 400;

/** From afar a tinted region is one thing: its name stands for its towns. */
function townsInView(
  base: MapBase,
  { section }: Stop,
  { projection }: RestContext,
  focus: string | null,
): readonly TownInput[] {
  const { metresPerPixel } = projection;
  const towns = base.towns.filter(({ lngLat }) => isWithin(lngLat, base.bounds, EDGE_DEGREES));
  if (metresPerPixel < SMALL_TOWNS_METRES_PER_PIXEL) return towns;
  const asked = new Set([...section.frame.keepVisible, focus]);
  const tinted = section.layers.tints.flatMap(({ region }) => base.atlas.area(region) ?? []);
  const far = metresPerPixel > REGIONS_METRES_PER_PIXEL;
  return towns.filter(
    ({ id, rank, lngLat }) => asked.has(id) || (rank < 3 && !(far && polygonsContain(tinted, lngLat))),
  );
}

/**
 * Regions named where their lines are shown, those that are tinted first; not those an annotation names, and few on a
 * small screen.
 */
function namedRegions(base: MapBase, { section }: Stop, { projection, sizeClass }: RestContext): readonly string[] {
  const far = projection.metresPerPixel > REGIONS_METRES_PER_PIXEL;
  if (emphasisOf(section.layers, 'regions') < 0.5 || (sizeClass === 'phone' && !far)) return [];
  const told = section.annotations.flatMap((one) => (one.kind === 'region' ? [one.region] : []));
  const tinted = section.layers.tints.map(({ region }) => region);
  const all = [...new Set([...tinted, ...(far ? [] : Object.keys(base.regionNames))])];
  return all.filter((id) => !told.includes(id));
}

type LabelInput = Omit<PlaceLabelsInput, 'hidden'>;

function labelInput(
  story: Story,
  base: MapBase,
  stop: Stop,
  viewport: Viewport,
  context: RestContext,
): LabelInput {
  const roomPx = roomBeyond(stop.layout, viewport);
  const { freeBox } = stop.layout;
  const room: Box = {
    left: freeBox.left - roomPx.left,
    right: freeBox.right + roomPx.right,
    top: freeBox.top - roomPx.top,
    bottom: freeBox.bottom + roomPx.bottom,
  };
  return {
    towns: townsInView(base, stop, context, story.focus),
    areaNames: areaNamesInView(base, story.homeCountry, room, context, namedRegions(base, stop, context)),
    focus: story.focus,
    wanted: new Set(stop.section.frame.keepVisible),
    secondLocale: base.secondLocale,
    roomPx,
  };
}

interface Placing {
  /** Letters that found room. */
  readonly told: number;
  readonly taken: readonly Box[];
  readonly takenBefore: Readonly<Record<string, readonly Box[]>>;
  readonly names: ReadonlySet<string>;
  /** Whether every callout says all its words. */
  readonly whole: boolean;
}

const lettersOf = (marks: readonly Mark[]): number =>
  marks.reduce((sum, mark) => {
    const letters = 'marks' in mark ? lettersOf(mark.marks) : mark.type === 'text' ? mark.text.length : 0;
    return sum + letters;
  }, 0);

/** A callout's own, but for the spaces that lines may break at. */
const leastLetters = (annotation: Annotation): number =>
  annotation.kind === 'callout' ? `${annotation.head}${annotation.body}`.replace(/\s/g, '').length : 0;

function placeAnnotations(
  annotations: readonly Annotation[],
  before: Placing,
  context: RestContext,
): Placing {
  let placing = before;
  for (const annotation of annotations) {
    const { told, taken, takenBefore, names, whole } = placing;
    const around = { ...context, taken };
    prepareAny(annotation, around);
    // Undrawn it is laid out, which is a piece by itself.
    drawAny(annotation, 0, around);
    const drawing = drawAny(annotation, 1, around);
    const letters = lettersOf(drawing.marks);
    placing = {
      told: told + letters,
      whole: whole && letters >= leastLetters(annotation),
      taken: [...taken, ...drawing.boxes],
      takenBefore: { ...takenBefore, [annotation.id]: taken },
      names: new Set([...names, ...drawing.names]),
    };
  }
  return placing;
}

/** Places that callouts will name, known before the callouts are placed. */
function namedByCallouts(annotations: readonly Annotation[], context: RestContext): ReadonlySet<string> {
  return new Set(annotations.flatMap((one) => (one.kind === 'callout' ? namedPlaces(one, context) : [])));
}

const ANCHOR_PX = 5;

/** What callouts point at: no text may hide it, though it were placed before the callout. */
function anchorBoxes(annotations: readonly Annotation[], context: RestContext): readonly Box[] {
  return annotations.flatMap((one) => {
    const point = one.kind === 'callout' ? anchorPoint(one.anchor, context) : null;
    return point === null ? [] : [boxAround(context.projection.project(point), ANCHOR_PX)];
  });
}

const boxesOf = (labels: readonly PlacedLabel[]): readonly Box[] => labels.flatMap(({ boxes }) => boxes);

const isFixed = ({ kind }: Annotation): boolean => FIXED_KINDS.has(kind);

/** Sides tried in turn for the names a section needs, until all callouts find room for all their words. */
const PREFERRED = ['w', 'e', 's', 'n'] as const;

/** The names a section needs and the callouts beside them: of several ways, the one in which most is said. */
function placeTogether(
  input: LabelInput,
  standing: Placing,
  annotations: readonly Annotation[],
  context: RestContext,
) {
  const hidden = namedByCallouts(annotations, context);
  const anchors = anchorBoxes(annotations, context);
  const free = annotations.filter((one) => !isFixed(one));
  const hasCallout = free.some(({ kind }) => kind === 'callout');
  const inWay = function (prefer?: (typeof PREFERRED)[number]) {
    const wanted = placeWanted(
      { ...input, hidden, ...(prefer ? { prefer } : {}) },
      { ...context, taken: standing.taken },
    );
    const named = { ...standing, taken: [...standing.taken, ...anchors, ...boxesOf(wanted)] };
    const placing = placeAnnotations(free, named, context);
    const names = wanted.flatMap(({ lines }) => lines.map(({ text }) => text.length));
    return { wanted, named, placing, told: placing.told + names.reduce((sum, length) => sum + length, 0) };
  };
  let last = inWay();
  let best = last;
  for (const prefer of hasCallout ? PREFERRED : []) {
    if (best.placing.whole) break;
    last = inWay(prefer);
    if (last.told > best.told) best = last;
  }
  // What is remembered of each annotation is the way tried last.
  if (best !== last) placeAnnotations(free, best.named, context);
  return best;
}

/**
 * What cannot move takes its room first, then the names the section needs, then callouts and the like, then the other
 * names, and the shields of roads what is left: so it is the same however the reader came here.
 */
export function placeSection(story: Story, base: MapBase, stop: Stop, viewport: Viewport): SectionPlacement {
  const context = restContext(story, base, stop, viewport);
  const ordered = inPlacementOrder(stop.section.annotations);
  const [fixed, free] = [ordered.filter(isFixed), ordered.filter((one) => !isFixed(one))];
  const standing = placeAnnotations(
    fixed,
    { told: 0, taken: [], takenBefore: {}, names: new Set(), whole: true },
    context,
  );
  if (!hasLabels(stop)) {
    const { takenBefore } = placeAnnotations(free, standing, context);
    return { context, takenBefore, shields: [], labels: [], locator: null };
  }
  const input = labelInput(story, base, stop, viewport, context);
  const { wanted, placing } = placeTogether(input, standing, ordered, context);
  const { taken, takenBefore, names } = placing;
  const locator = placeLocator(stop.section, base, { ...context, taken });
  const held = locator ? [...taken, locator.box] : taken;
  const placed = placeLabels({ ...input, hidden: names }, { ...context, taken: held }, wanted);
  const labels = placed.filter((label) => isOnItsGround(label, base, context));
  const shields = placeSectionShields(base.roads, stop, input.towns, {
    ...context,
    taken: [...held, ...boxesOf(labels)],
  });
  return { context, takenBefore, shields, labels, locator };
}
