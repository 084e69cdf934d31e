import type { SceneMark } from '../../marks/mark.ts';
import type { Scene } from '../../story/scene.ts';
import type { ReaderLook } from '../player/viewport.ts';

/** What lies over the map and below its marks, or in place of both. */
export interface OverMap {
  /** @param scene with the camera that the stage shows */
  show(scene: Scene, look: ReaderLook): void;
  /** Marks as what they lie on calls for. */
  marks?(marks: readonly SceneMark[]): readonly SceneMark[];
  /** Whether all that is seen has come. */
  isSettled(): boolean;
}
