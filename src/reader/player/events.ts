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

/** What is missing, or shown by other means than planned. */
export type FallbackReason =
  /** The reader did not start, and the page is the article. Told by the page itself: see LiveEdition. */
  | 'script-failed'
  /** The drawing is the map, by the device's limits or the reader's choice. */
  | 'no-webgl'
  | 'save-data'
  | 'low-memory'
  | 'light-map'
  /** The drawing is the map, because WebGL was lost or MapLibre drew no picture. */
  | 'context-lost'
  | 'map-failed'
  /** MapLibre's map lacks a tile or an image. */
  | 'map-incomplete'
  /** No bitmaps of the map can be painted: the drawing itself is moved. */
  | 'sheets-failed'
  /** The map has no marks over it: the basemap did not come or is no basemap, or the marks could not be made. */
  | 'basemap-failed'
  | 'marks-failed'
  /** The map lacks what a file of the story's own would show: streets, a picture of the ground, data. */
  | 'source-failed'
  /** One section has no marks. */
  | 'placement-failed'
  /** One annotation of a kind of the story's own has no marks, or none at times. */
  | 'annotation-failed'
  /** The palettes for readers who ask for more contrast did not come: the text is black or white, the map as for others. */
  | 'contrast-failed'
  /** The script of what a button opens did not come. */
  | 'explore-failed'
  | 'embed-failed'
  /** What handles pictures, film and sound did not come. */
  | 'media-failed'
  /** What shows satellite pictures, scans and relief did not come, or one of them. */
  | 'ground-failed'
  /** What tells the values of data on the map did not come; they stand in the section's table. */
  | 'values-failed';

/** Events of `<story-map>`. All bubble; none is ever sent over the network. */
export interface StoryEvents {
  /** The reader works: scrolling moves the map. */
  'story:ready': { readonly sections: readonly string[] };
  /** Another section is being read. */
  'story:section': { readonly id: string; readonly index: number; readonly total: number };
  /** Another scene is on screen. At most once a frame, and none while nothing changes. */
  'story:scene': Omit<SceneDetail, 'layers'>;
  /** Something is missing, or shown by other means than planned; `detail` is what the error that caused it says. */
  'story:fallback': { readonly reason: FallbackReason; readonly detail?: string };
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
