import { seenBox } from '../geo/camera/seen-box.ts';
import { MAX_ZOOM } from '../geo/camera/zoom-limits.ts';
import type { Camera, LngLatBounds } from '../geo/lng-lat.ts';
import { toWorld } from '../geo/mercator.ts';
import { RELIEF } from '../story/ground/ground.ts';
import { picturesFor } from '../story/ground/pictures-for.ts';
import type { Viewport } from '../story/scene.ts';
import { DETAIL_ZOOM } from '../story/sources/map-source.ts';
import type { Section, Story } from '../story/story.ts';

/** Less than this nobody misses: of the width of the screen. */
const SLACK = 0.02;

function holds([west, south, east, north]: LngLatBounds, seen: LngLatBounds): boolean {
  const [[left, top], [right, bottom]] = [toWorld([west, north]), toWorld([east, south])];
  const slack = SLACK * (seen[2] - seen[0]);
  return seen[0] >= left - slack && seen[1] >= top - slack && seen[2] <= right + slack && seen[3] <= bottom + slack;
}

/** Pictures that a section lays over its map and that end within a view. */
function endingPictures({ grounds = {} }: Story, { id, layers }: Section, viewport: Viewport, seen: LngLatBounds) {
  const { show = null, after = null, relief = 0 } = layers.ground ?? {};
  return [show, after, relief > 0 ? RELIEF : null].filter((name) => {
    const ground = name === null ? undefined : grounds[name];
    if (ground === undefined) return false;
    const cut = picturesFor(ground, id, viewport).find(({ screens }) => screens !== 'any');
    return cut === undefined || !holds(cut.seen, seen);
  });
}

/** Where a view shows less than it might, in words; empty where it does not. */
export function groundWords(story: Story, index: number, viewport: Viewport, camera: Camera): string {
  const section = story.sections[index];
  if (section === undefined) return '';
  const seen = seenBox(camera, viewport);
  const details = (story.mapSources ?? []).filter(({ type }) => type === 'detail');
  const isCut = details.some(({ sections, bounds }) => sections.includes(index) && holds(bounds, seen));
  const lacking = [
    ...(details.length > 0 && camera.zoom >= DETAIL_ZOOM && !isCut ? ['streets and houses'] : []),
    ...endingPictures(story, section, viewport, seen).map((name) => `the picture “${name}”`),
  ];
  if (lacking.length === 0) return '';
  return `Not all of this view was cut for this section: ${lacking.join(' and ')}. Use the view, then run npm run ground -- ${story.slug} again.`;
}

/** How near the author may look: as near as anything where something finer than the basemap lies in the section. */
export const nearestFor = (story: Story, { layers }: Section): number =>
  layers.detail !== undefined || layers.ground !== undefined ? MAX_ZOOM : story.nearestZoom;
