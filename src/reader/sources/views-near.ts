import { viewAt } from '../../story/data/layer-view.ts';
import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import type { OwnScene } from '../stages/own-map.ts';

/** So many steps ahead, and half as many behind, MapLibre is given views. */
const AHEAD = 8;

/** Characters of path data that lie ready beside what is seen: of a few thousand areas a handful of views. */
const MOST_TEXT = 4_000_000;

/** What has been given is kept up to so many times as far, so that to and fro moves nothing. */
const KEEP = 2;

/** A part of the story in which the same views of data are shown. */
interface Step {
  readonly section: number;
  readonly views: readonly string[];
}

/** What a map should have of a story's views of data while a scene is shown. */
export interface ViewsNear {
  /** What comes first is seen first. */
  readonly wanted: readonly string[];
  readonly kept: ReadonlySet<string>;
}

/** The views that a scene shows. */
export const viewsIn = ({ layers }: OwnScene): readonly string[] =>
  Object.entries(layers.shown ?? {}).flatMap(([view, weight]) => (weight > 0 ? [view] : []));

function stepsOf({ index, data = [] }: Story['sections'][number]): readonly Step[] {
  const count = Math.max(1, ...data.map(({ views }) => views.length));
  return Array.from({ length: count }, (_, step) => ({
    section: index,
    views: data.flatMap(({ views }) => views[viewAt(views.length, (step + 0.5) / count)] ?? []),
  }));
}

/** Indexes of the steps that a scene shows, of its section or one beside it; of a scene without data, its section's first. */
function placesOf(steps: readonly Step[], { index }: Scene['section'], shown: ReadonlySet<string>): readonly number[] {
  const here = steps.flatMap(({ section, views }, at) =>
    Math.abs(section - index) <= 1 && views.length > 0 && views.every((view) => shown.has(view)) ? [at] : [],
  );
  return here.length > 0
    ? here
    : [
        Math.max(
          0,
          steps.findIndex(({ section }) => section === index),
        ),
      ];
}

const stepsBetween = (from: number, to: number): number => (to < from ? 2 * (from - to) : to - from);

/** Views by how many steps the reader is away from them, the nearest first. */
function distances(
  steps: readonly Step[],
  places: readonly number[],
  shown: readonly string[],
): readonly (readonly [view: string, distance: number])[] {
  const found = new Map(shown.map((view) => [view, 0]));
  for (const [at, { views }] of steps.entries()) {
    const distance = Math.min(...places.map((place) => stepsBetween(place, at)));
    for (const view of views) found.set(view, Math.min(found.get(view) ?? distance, distance));
  }
  return [...found].sort(([, a], [, b]) => a - b);
}

/** Of what is near enough as much as may lie ready; what is seen in any case. */
function within(
  near: readonly (readonly [view: string, distance: number])[],
  textOf: (view: string) => number,
  times: number,
): readonly string[] {
  let text = 0;
  return near.flatMap(([view, distance]) => {
    if (distance > AHEAD * times) return [];
    text += distance === 0 ? 0 : textOf(view);
    return distance === 0 || text <= MOST_TEXT * times ? [view] : [];
  });
}

/**
 * Says what a map should have of a story's views of data: those that are seen, then those that the reader comes to. A long
 * series is never there as a whole, for each view costs memory, and time in every frame.
 * @param textOf how much a view is, in characters of path data
 */
export function createViewsNear(
  { sections }: Pick<Story, 'sections'>,
  textOf: (view: string) => number,
): (scene: OwnScene) => ViewsNear {
  const steps = sections.flatMap(stepsOf);
  let last: readonly [place: string, near: ViewsNear] | null = null;
  return (scene) => {
    const shown = viewsIn(scene);
    const place = `${scene.section.index} ${shown.join(' ')}`;
    if (last?.[0] === place) return last[1];
    const near = distances(steps, placesOf(steps, scene.section, new Set(shown)), shown);
    const found = { wanted: within(near, textOf, 1), kept: new Set(within(near, textOf, KEEP)) };
    last = [place, found];
    return found;
  };
}
