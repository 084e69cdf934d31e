import { unionOf } from '../../../geo/bounds.ts';
import type { LngLatBounds } from '../../../geo/lng-lat.ts';
import type { PictureScreens } from '../../../story/ground/ground.ts';
import { screensOf } from '../../../story/ground/pictures-for.ts';
import type { Viewport } from '../../../story/scene.ts';
import type { Section, Story } from '../../../story/story.ts';
import { buildTimeline } from '../../../story/timeline.ts';
import { type View, viewOf, viewportsFor } from '../cut/story-views.ts';

/** A picture to cut: the sections it is for, and all that is seen of it there. */
export interface PictureNeed {
  readonly sections: readonly string[];
  readonly screens: PictureScreens;
  /** Upright bounds in Mercator units: left, top, right, bottom. */
  readonly box: LngLatBounds;
  /** The nearest it is seen. */
  readonly zoom: number;
}

export interface Edition {
  readonly story: Story;
  readonly dir: Viewport['dir'];
}

/** Whether a section lays a ground over its map. */
export const shows = ({ layers: { ground } }: Section, name: string, isRelief: boolean): boolean =>
  ground !== undefined && (isRelief ? ground.relief > 0 : ground.show === name || ground.after === name);

/** Of the sides of a picture. */
const SLACK = 0.05;

interface Seen extends View {
  readonly section: number;
  readonly screens: PictureScreens;
}

function restsOf({ story, dir }: Edition, indexes: readonly number[]): readonly Seen[] {
  const timeline = buildTimeline(story);
  return indexes.flatMap((section) =>
    viewportsFor(dir).flatMap((viewport) => {
      const { camera } = timeline.stop(section, viewport);
      // Where a tilted camera is shown flat, it sees other ground.
      return [camera, { ...camera, pitch: 0 }].map((one) => ({
        ...viewOf(one, viewport),
        section,
        screens: screensOf(viewport),
      }));
    }),
  );
}

const STEPS = 24;

/** What is seen on the ways between neighbours that show the same ground. */
function wayViews({ story, dir }: Edition, run: readonly number[]): readonly View[] {
  const timeline = buildTimeline(story);
  const moments = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  return viewportsFor(dir).flatMap((viewport) =>
    run.slice(0, -1).flatMap((from) => {
      const travel = timeline.travel(from, viewport);
      return moments.map((t) => viewOf(travel.cameraAt(t), viewport));
    }),
  );
}

/** Neighbours together. */
function runsOf(indexes: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** Whether a box lies in another, or so little beyond it that it fades there. */
function holdsBox([left, top, right, bottom]: LngLatBounds, box: LngLatBounds): boolean {
  const [across, down] = [(right - left) * SLACK, (bottom - top) * SLACK];
  return box[0] >= left - across && box[1] >= top - down && box[2] <= right + across && box[3] <= bottom + down;
}

const needOf = (views: readonly View[], sections: readonly string[], screens: PictureScreens): PictureNeed => ({
  sections,
  screens,
  box: unionOf(views.map(({ box }) => box)),
  zoom: Math.max(...views.map(({ zoom }) => zoom)),
});

/** Equal ones as one: two sections may well look at the same ground. */
function merged(needs: readonly PictureNeed[]): readonly PictureNeed[] {
  const byPlace = new Map<string, PictureNeed>();
  for (const need of needs) {
    const key = `${need.screens} ${need.box.map((edge) => edge.toFixed(9)).join()} ${need.zoom.toFixed(2)}`;
    byPlace.set(key, { ...need, sections: [...(byPlace.get(key)?.sections ?? []), ...need.sections] });
  }
  return [...byPlace.values()];
}

/**
 * All that a story ever shows of a ground at rest, one picture a section and shape of the screen, and one for each row of
 * sections that lead from one to the next.
 */
export function picturesNeeded(editions: readonly Edition[], name: string, isRelief: boolean): readonly PictureNeed[] {
  const sections = editions[0]?.story.sections ?? [];
  const indexes = sections.flatMap((section, index) => (shows(section, name, isRelief) ? [index] : []));
  const idOf = (index: number): string => sections[index]?.id ?? '';
  const rests = editions.flatMap((edition) => restsOf(edition, indexes));
  const atRest = indexes.flatMap((section) =>
    (['wide', 'upright'] as const).map((screens) => {
      const views = rests.filter((seen) => seen.section === section && seen.screens === screens);
      return needOf(views, [idOf(section)], screens);
    }),
  );
  const isBeyond = ({ box }: View): boolean => !atRest.some((need) => holdsBox(need.box, box));
  const onTheWay = runsOf(indexes)
    .filter((run) => editions.some((edition) => wayViews(edition, run).some(isBeyond)))
    .map((run) =>
      needOf(
        [
          ...editions.flatMap((edition) => wayViews(edition, run)),
          ...rests.filter(({ section }) => run.includes(section)),
        ],
        run.map(idOf),
        'any',
      ),
    );
  return merged([...onTheWay, ...atRest]);
}
