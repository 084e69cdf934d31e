import { clamp01 } from '../../geo/clamp.ts';
import type { Scene, Viewport } from '../scene.ts';
import type { Timeline } from '../timeline.ts';
import { restScene, sceneAt } from './scene-at.ts';

/** How much the picture may move: `reduced` knows neither travel nor drawing-on. */
export type MotionMode = 'full' | 'reduced';

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
