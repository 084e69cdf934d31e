import { TESTED_SCREENS, viewportOf } from '../../../content/lint/scenes/tested-screens.ts';
import { seenBox } from '../../../geo/camera/seen-box.ts';
import type { Camera, LngLatBounds } from '../../../geo/lng-lat.ts';
import type { Viewport } from '../../../story/scene.ts';
import { DETAIL_ZOOM } from '../../../story/sources/map-source.ts';
import type { Section, Story } from '../../../story/story.ts';
import { buildTimeline, type Timeline } from '../../../story/timeline.ts';

/** What one screen shows at one moment. */
export interface View {
  /** Bounds in Mercator units (the world is 1 wide): left, top, right, bottom. */
  readonly box: LngLatBounds;
  readonly zoom: number;
}

/** A section that comes near enough to show detail on some screen, with all its views: at rest first, then on its ways. */
export interface CloseSection {
  readonly section: Section;
  readonly rests: readonly View[];
  readonly ways: readonly View[];
}

/** Beyond these a screen shows more of the same ground, at the margins of the land a frame is about. */
const WIDE_SCREENS = [
  { name: 'a large desktop', width: 1920, height: 1080, embed: false },
  { name: 'a phone on its side', width: 844, height: 390, embed: false },
  { name: 'a narrow embed', width: 400, height: 640, embed: true },
] as const;

/** Pictures in the page, upright and across. */
const FIGURES = [
  { width: 960, height: 640 },
  { width: 390, height: 520 },
] as const;

const STEPS = 24;

/** All screens a story is cut for. */
export function viewportsFor(dir: Viewport['dir']): readonly Viewport[] {
  return [
    ...[...TESTED_SCREENS, ...WIDE_SCREENS].map((screen) => viewportOf(screen, dir)),
    ...FIGURES.map((size) => ({ ...size, dir, embed: false, figure: true })),
  ];
}

export const viewOf = (camera: Camera, viewport: Viewport): View => ({
  box: seenBox(camera, viewport),
  zoom: camera.zoom,
});

function waysOf(timeline: Timeline, index: number, viewport: Viewport): readonly View[] {
  const isNearer = (t: number, from: number): boolean => (from === index ? t <= 0.5 : t >= 0.5);
  return [index - 1, index].flatMap((from) => {
    if (from < 0 || from >= timeline.count - 1) return [];
    const travel = timeline.travel(from, viewport);
    if (travel.to.section.travel === 'cut') return [];
    const moments = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS).filter((t) => isNearer(t, from));
    return moments.map((t) => viewOf(travel.cameraAt(t), viewport));
  });
}

const isClose = ({ zoom }: View): boolean => zoom >= DETAIL_ZOOM;

/**
 * The close sections of a story with all that is ever seen there: on every screen a story is tried on and larger ones, at
 * rest and on the way from and to their neighbours.
 * @param editions the story in each of its languages, with the direction each is read in
 */
export function closeSections(
  editions: readonly { readonly story: Story; readonly dir: Viewport['dir'] }[],
): readonly CloseSection[] {
  const views = editions.flatMap(({ story, dir }) => {
    const timeline = buildTimeline(story);
    return viewportsFor(dir).flatMap((viewport) =>
      story.sections.map((section, index) => ({
        section,
        rest: viewOf(timeline.stop(index, viewport).camera, viewport),
        ways: waysOf(timeline, index, viewport).filter(isClose),
      })),
    );
  });
  const isShown = (section: Section): boolean => section.backdrop === null && section.layers.emphasis['map'] !== 0;
  return (editions[0]?.story.sections ?? []).flatMap((section) => {
    const own = views.filter((view) => view.section.id === section.id);
    const rests = own.map(({ rest }) => rest).filter(isClose);
    if (rests.length === 0 || !isShown(section)) return [];
    return [{ section, rests, ways: own.flatMap(({ ways }) => ways) }];
  });
}
