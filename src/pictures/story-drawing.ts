import type { Basemap } from '../basemap/basemap.ts';
import { type BasemapDrawing, drawBasemap } from '../basemap/drawing/basemap-drawing.ts';
import type { ShapeFile } from '../basemap/drawing/shape-file.ts';
import { storyLayers } from '../basemap/layers/story-layers.ts';
import { isWholeWorld } from '../geo/antimeridian.ts';
import { unionOf } from '../geo/bounds.ts';
import type { LngLat, LngLatBounds } from '../geo/lng-lat.ts';
import { localeInfo } from '../i18n/locales.ts';
import { buildMapBase, type CutNames, withNames } from '../labels/section/map-base.ts';
import { placedSceneMarks } from '../labels/section/placed-scene-marks.ts';
import type { SceneMarks } from '../labels/section/scene-marks.ts';
import { tintedAreas } from '../story/shapes/tinted-areas.ts';
import type { Frame, Story } from '../story/story.ts';
import { buildTimeline, type Timeline } from '../story/timeline.ts';
import { tintedRegions } from '../story/tinted-regions.ts';
import type { OwnDrawing } from './draw-own-layers.ts';
import { renderGroundMap } from './render-ground-map.ts';
import { renderStaticMap } from './render-static-map.ts';

/** Wider frames than this are seen from so far that coarse lines look the same: on the map of a country, and of more. */
const CLOSE = { degrees: 2, share: 0.15 } as const;
const AROUND_PLACE = { degrees: 0.3, share: 0.02 } as const;

const degreesOf = ({ degrees, share }: typeof CLOSE | typeof AROUND_PLACE, [west, , east]: LngLatBounds): number =>
  Math.max(degrees, share * (east - west));

const around = ([lng, lat]: LngLat, degrees: number): LngLatBounds => [
  lng - degrees,
  lat - degrees,
  lng + degrees,
  lat + degrees,
];

function closeFrames({ places, center, bounds }: Frame, story: Story): readonly LngLatBounds[] {
  const points = [...(places ?? []).map((id) => story.places[id]?.lngLat ?? null), center];
  const reach = degreesOf(AROUND_PLACE, story.bounds);
  const boxes = points.flatMap((point) => (point ? [around(point, reach)] : []));
  return bounds && bounds[2] - bounds[0] <= degreesOf(CLOSE, story.bounds) ? [...boxes, bounds] : boxes;
}

/** The part of the map that some section looks at closely. */
export function closeBounds(story: Story): LngLatBounds {
  const boxes = story.sections.flatMap(({ frame }) => closeFrames(frame, story));
  return boxes.length === 0 ? story.bounds : unionOf(boxes);
}

/** What all pictures of a story are drawn with. */
export interface StoryDrawing extends BasemapDrawing {
  readonly timeline: Timeline;
  readonly sceneMarks: SceneMarks;
  /** What the story's own layers are drawn from; null where it has none. */
  readonly own: OwnDrawing | null;
}

/** What is in the files that a story's map shows beyond the basemap. */
export interface OwnContent {
  readonly files: readonly ShapeFile[];
  readonly names: readonly CutNames[];
}

const NO_CONTENT: OwnContent = { files: [], names: [] };

/** Several pages show the same story: each has what the first had made. A story that was changed is another object. */
function onceAStory<T>(
  make: (basemap: Basemap, story: Story, content: OwnContent) => T,
): (basemap: Basemap, story: Story, content?: OwnContent) => T {
  const made = new WeakMap<Story, T>();
  return (basemap, story, content = NO_CONTENT) => {
    const result = made.get(story) ?? make(basemap, story, content);
    made.set(story, result);
    return result;
  };
}

/** Drawings in a page fetch nothing: of the pictures on their maps they show the placeholders. */
const withoutPictures = (story: Story): Story => ({
  ...story,
  media: Object.fromEntries(Object.entries(story.media).map(([name, medium]) => [name, { ...medium, files: [] }])),
});

/**
 * Timeline, marks and drawn ground of a story, made once however often they are asked for.
 * @param content of the files its map shows beyond the basemap
 */
export const drawStory = onceAStory((basemap, whole, { files, names }): StoryDrawing => {
  const story = withoutPictures(whole);
  const timeline = buildTimeline(story);
  const layers = storyLayers(story);
  const drawing = drawBasemap(basemap, story.homeCountry, {
    regions: tintedRegions(story),
    areas: tintedAreas(story),
    hasOwnLayers: layers.length > 0,
    detail: closeBounds(story),
  });
  const base = names.reduce((made, cut) => withNames(made, cut, story), buildMapBase(basemap, story));
  const own = layers.length > 0 ? { layers, files, isRound: isWholeWorld(basemap.meta.bounds) } : null;
  return { ...drawing, timeline, sceneMarks: placedSceneMarks(timeline, base), own };
});

/** Type of 14 px is 11 px on a phone, where the figure is as wide as the screen, and the size of the text on a desktop. */
const FIGURE_SIZE = { width: 500, height: 420 };

/** The map in the text of each section, as HTML text in the order of the sections. */
export const drawFigures = onceAStory((basemap, story, content): readonly string[] => {
  const { dir } = localeInfo(story.locale);
  const drawing = drawStory(basemap, story, content);
  return story.sections.map((section) => {
    const input = { ...drawing, section, dir, size: FIGURE_SIZE };
    const use = section.layers.ground;
    return use === undefined ? renderStaticMap(input) : renderGroundMap(input, use);
  });
});
