import type { Camera } from '../../geo/lng-lat.ts';
import { emphasisOf } from '../layers.ts';
import type { Scene, Viewport } from '../scene.ts';
import { hasDetailAt } from '../sources/free-limits-at.ts';
import type { Layers, Story } from '../story.ts';
import type { Stop, Timeline } from '../timeline.ts';
import { stillSceneAt } from './still-scene.ts';

/** The whole map, whatever the section leaves out of it to be clear, with the detail there is, whichever section it was cut for. */
const freeLayers = ({ detail: _, ...layers }: Layers, story: Story, { center }: Camera): Layers => ({
  ...layers,
  ...(hasDetailAt(story, center) ? { detail: 1 } : {}),
  emphasis: { crosses: emphasisOf(layers, 'crosses') },
  wash: 0,
});

/** A section's map, moved by the reader: the whole screen, on paper, without text and charts that would hide it. */
export function freeScene(timeline: Timeline, progress: number, camera: Camera, viewport: Viewport): Scene {
  const scene = stillSceneAt(timeline, progress, viewport);
  const layers = freeLayers(scene.layers, timeline.story, camera);
  return {
    ...scene,
    camera,
    isFree: true,
    moods: { paper: 1, dusk: 0, night: 0 },
    layers,
    paints: [{ mood: 'paper', layers, weight: 1 }],
    annotations: scene.annotations.filter(({ annotation }) => annotation.space === 'map'),
    backdrops: [],
    scrim: 0,
    middle: [viewport.width / 2, viewport.height / 2],
    stageHeightPx: viewport.height,
  };
}

/** Room for the controls along the head of the map, and for its sources at the foot. */
const EDGE = { side: 16, head: 68, foot: 36 } as const;

function freeStop({ section, layout }: Stop, story: Story, camera: Camera, { width, height }: Viewport): Stop {
  const annotations = section.annotations.filter(({ space }) => space === 'map');
  const freeBox = { left: EDGE.side, right: width - EDGE.side, top: EDGE.head, bottom: height - EDGE.foot };
  const cardBox = { left: 0, right: 0, top: 0, bottom: 0 };
  return {
    section: { ...section, layers: freeLayers(section.layers, story, camera), annotations },
    layout: { ...layout, freeBox, cardBox, stageHeightPx: height },
    camera,
  };
}

/** The same story resting where the reader has taken the camera, so that names and callouts find their places there. */
export const freeTimeline = (timeline: Timeline, camera: Camera): Timeline => ({
  ...timeline,
  stop: (index, viewport) => freeStop(timeline.stop(index, viewport), timeline.story, camera, viewport),
});
