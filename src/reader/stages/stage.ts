import type { Scene, Viewport } from '../../story/scene.ts';

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
  /** Frees what can be made again, while another stage is shown. */
  release?(): void;
  destroy(): void;
}
