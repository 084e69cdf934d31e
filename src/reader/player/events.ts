import type { Scene } from '../../story/scene.ts';

/** The scene on screen, as hosts may read it. */
export interface SceneDetail {
  readonly progress: number;
  /** Id of the section. */
  readonly section: string;
  readonly camera: Scene['camera'];
  readonly layers: Scene['layers'];
  readonly annotations: readonly { readonly key: string; readonly t: number; readonly opacity: number }[];
}

/**
 * Why the map is not shown by MapLibre, or not at all. `script-failed` is told by the page itself: see LiveEdition;
 * `basemap-failed` also when the script that draws on the basemap does not come.
 */
export type FallbackReason =
  | 'script-failed'
  | 'no-webgl'
  | 'save-data'
  | 'low-memory'
  | 'light-map'
  | 'context-lost'
  | 'map-failed'
  | 'basemap-failed';

/** Events of `<story-map>`. All bubble; none is ever sent over the network. */
export interface StoryEvents {
  /** The reader works: scrolling moves the map. */
  'story:ready': { readonly sections: readonly string[] };
  /** Another section is being read. */
  'story:section': { readonly id: string; readonly index: number; readonly total: number };
  /** Another scene is on screen. At most once a frame, and none while nothing changes. */
  'story:scene': Omit<SceneDetail, 'layers'>;
  /** The map is shown by other means than planned. */
  'story:fallback': { readonly reason: FallbackReason };
}

export function toDetail(scene: Scene): SceneDetail {
  return {
    progress: scene.progress,
    section: scene.section.id,
    camera: scene.camera,
    layers: scene.layers,
    annotations: scene.annotations.map(({ key, t, opacity }) => ({ key, t, opacity })),
  };
}

export function dispatchStory<Name extends keyof StoryEvents>(
  target: EventTarget,
  name: Name,
  detail: StoryEvents[Name],
): void {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}
