import type { Camera } from '../geo/lng-lat.ts';
import { clamp01 } from './easing.ts';
import type { Scene, Viewport } from './scene.ts';
import { restScene, sceneAt } from './scene-at.ts';
import type { AnnotationKind } from './story.ts';
import type { Timeline } from './timeline.ts';

/** How much the picture may move: `reduced` knows neither travel nor drawing-on. */
export type MotionMode = 'full' | 'reduced';

/** Kinds that lie on the screen and not on the ground. */
const CHARTS: ReadonlySet<AnnotationKind> = new Set(['timeline', 'share', 'inventory']);

/**
 * The scene for a reader who wants nothing to move: where the section rests, everything drawn. The same throughout a
 * section but for `progress`.
 */
export function stillSceneAt(timeline: Timeline, progress: number, viewport: Viewport): Scene {
  const at = clamp01(progress);
  const index = Math.min(Math.floor(at * timeline.count), timeline.count - 1);
  return { ...restScene(timeline, index, viewport), progress: at };
}

/** What the reader sees at `progress`, by how much motion is wanted. */
export function sceneIn(motion: MotionMode, timeline: Timeline, progress: number, viewport: Viewport): Scene {
  return (motion === 'reduced' ? stillSceneAt : sceneAt)(timeline, progress, viewport);
}

/** A section's map in the reader's own hands: the whole screen, on paper, without text and charts that would hide it. */
export function freeScene(scene: Scene, camera: Camera, viewport: Viewport): Scene {
  return {
    ...scene,
    camera,
    moods: { paper: 1, dusk: 0, night: 0 },
    layers: { ...scene.layers, emphasis: {}, wash: 0 },
    annotations: scene.annotations.filter(({ annotation }) => !CHARTS.has(annotation.kind)),
    scrim: 0,
    stageHeightPx: viewport.height,
  };
}
