import { inPlacementOrder, isFixed, namesOf, subjectOf } from '../../annotations/placing.ts';
import { boxAround } from '../../geo/boxes.ts';
import type { Box } from '../../geo/lng-lat.ts';
import type { AnnotationBase } from '../../story/annotation.ts';
import { emphasisOf } from '../../story/layers.ts';
import type { Viewport } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import type { Stop } from '../../story/timeline.ts';
import { Collisions } from '../collisions.ts';
import type { PlacedLabel } from '../placed-label.ts';
import type { RestContext } from '../rest-context.ts';
import type { PlacedShield } from '../road-shields.ts';
import { type PlacedStreet, placeStreets } from '../streets/place-streets.ts';
import { labelRoom, placeLabels, placeWanted } from '../towns/place-labels.ts';
import { type Locator, placeLocator } from './locator/locator.ts';
import type { MapBase } from './map-base.ts';
import { isOnItsArea } from './names/area-names.ts';
import { type LabelInput, labelInput } from './names/section-labels.ts';
import { NO_NAMES } from './names/section-names.ts';
import { placeSectionShields } from './names/section-shields.ts';
import { type PlacedAnnotations, placeAnnotations } from './place-annotations.ts';
import { sectionContext } from './section-context.ts';

/** Where everything of a section stands with its camera at rest and all of it drawn. Plain data. */
export interface SectionPlacement {
  /** By annotation id; what found no room is missing. */
  readonly annotations: Readonly<Record<string, unknown>>;
  readonly shields: readonly PlacedShield[];
  readonly labels: readonly PlacedLabel[];
  /** Names of streets, where the map shows any. */
  readonly streets: readonly PlacedStreet[];
  readonly locator: Locator | null;
  /** What was left out for want of room, by annotation id, of those whose words matter. */
  readonly lost: PlacedAnnotations['lost'];
}

const hasLabels = ({ section }: Stop): boolean =>
  emphasisOf(section.layers, 'labels') > 0 && emphasisOf(section.layers, 'map') > 0;

const ANCHOR_PX = 5;

/** What callouts point at: no text may hide it, though it were placed before the callout. */
function anchorBoxes(annotations: readonly AnnotationBase[], context: RestContext): readonly Box[] {
  return annotations.flatMap((one) => {
    const point = subjectOf(one, context)?.point;
    return point === undefined ? [] : [boxAround(context.projection.project(point), ANCHOR_PX)];
  });
}

const boxesOf = (labels: readonly PlacedLabel[]): readonly Box[] => labels.flatMap(({ boxes }) => boxes);

/** Sides tried in turn for the names a section needs, until all callouts find room for all their words. */
const PREFERRED = [undefined, 'w', 'e', 's', 'n'] as const;

interface Together {
  readonly wanted: readonly PlacedLabel[];
  readonly placed: PlacedAnnotations;
  readonly charactersPlaced: number;
}

/** The names a section needs and the callouts beside them: of several ways, the one in which most is said. */
function placeTogether(
  input: LabelInput,
  standing: PlacedAnnotations,
  annotations: readonly AnnotationBase[],
  context: RestContext,
): Together {
  const free = annotations.filter((one) => !isFixed(one));
  const hidden = new Set(free.flatMap((one) => namesOf(one, context)));
  const anchors = anchorBoxes(annotations, context);
  const tryWith = (prefer: (typeof PREFERRED)[number]): Together => {
    const wishes = { ...input, hidden, ...(prefer ? { prefer } : {}) };
    const wanted = placeWanted(wishes, context, standing.collisions);
    const collisions = standing.collisions.with([...anchors, ...boxesOf(wanted)]);
    const placed = placeAnnotations(free, { ...standing, collisions }, context);
    const names = wanted.flatMap(({ lines }) => lines.map(({ text }) => text.length));
    return { wanted, placed, charactersPlaced: names.reduce((sum, length) => sum + length, placed.charactersPlaced) };
  };
  const [first, ...others] = PREFERRED;
  return others.reduce((best, prefer) => {
    if (Object.keys(best.placed.lost).length === 0) return best;
    const next = tryWith(prefer);
    return next.charactersPlaced > best.charactersPlaced ? next : best;
  }, tryWith(first));
}

const NOTHING_PLACED: PlacedAnnotations = {
  placements: {},
  collisions: Collisions.NONE,
  names: new Set(),
  charactersPlaced: 0,
  lost: {},
};

/**
 * What cannot move takes its room first, then the names the section needs, then callouts and the like, then the other
 * names, and the shields of roads what is left. Depends on its arguments alone, so that it is the same in a worker, in
 * the page and in a build, however the reader came here.
 */
export function placeSection(story: Story, base: MapBase, stop: Stop, viewport: Viewport): SectionPlacement {
  const context = sectionContext(story, base, stop, viewport);
  const ordered = inPlacementOrder(stop.section.annotations);
  const standing = placeAnnotations(ordered.filter(isFixed), NOTHING_PLACED, context);
  if (!hasLabels(stop)) {
    const free = ordered.filter((one) => !isFixed(one));
    const { placements, lost } = placeAnnotations(free, standing, context);
    return { annotations: placements, shields: [], labels: [], streets: [], locator: null, lost };
  }
  const names = base.sectionNames[stop.section.index] ?? NO_NAMES;
  const input = labelInput(story, base, names, stop, viewport, context);
  const { wanted, placed } = placeTogether(input, standing, ordered, context);
  const locator = placeLocator(stop.section, base, context, placed.collisions);
  const occupied = locator ? placed.collisions.with([locator.box]) : placed.collisions;
  const inRoom = placeLabels({ ...input, hidden: placed.names }, context, occupied, wanted);
  const labels = inRoom.filter((label) => isOnItsArea(label, base, context));
  const around = occupied.with(boxesOf(labels));
  const shields = placeSectionShields(base.roads, stop, input.towns, context, around);
  const named = around.with(shields.map(({ box }) => box));
  const streets = placeStreets(names.streets, labelRoom(context, input), named, context);
  return { annotations: placed.placements, shields, labels, streets, locator, lost: placed.lost };
}
