import type { Scene, Viewport } from '../../story/scene.ts';
import type { OwnMap } from './own-map.ts';

export type Theme = 'light' | 'dark';

/** What a stage needs besides the scene. */
export interface Look {
  readonly viewport: Viewport;
  readonly theme: Theme;
}

/** Something that can show a scene. `show` is idempotent: the picture depends on its arguments and nothing else. */
export interface Stage {
  readonly name: 'light' | 'maplibre';
  show(scene: Scene, look: Look): void;
  /** Whether the picture of the last scene is complete. */
  isSettled(): boolean;
  /** Takes what has come of the story's own; the next `show` shows it. */
  setOwn(own: OwnMap): void;
  /** Frees what can be made again, while another stage is shown. */
  release?(): void;
  destroy(): void;
}
