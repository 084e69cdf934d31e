import type { Basemap } from '../../basemap/basemap.ts';
import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import type { StoryEvents } from '../events.ts';
import type { Look, Stage } from './stage.ts';

interface Options {
  readonly element: HTMLElement;
  readonly svgStage: Stage;
  /** Called when the picture must be shown again: a stage became ready or lost its place. */
  onChange(): void;
  onFallback(reason: StoryEvents['story:fallback']['reason']): void;
}

/** Shows scenes on the stage at hand: SVG from the first moment, MapLibre as soon as it has drawn the same scene. */
export interface StageSwitch {
  show(scene: Scene, look: Look): void;
  isSettled(): boolean;
  /** The camera as the stage at hand shows it: SVG has no pitch. Marks must follow this one. */
  shownCamera(scene: Scene): Scene['camera'];
  /** Fetches MapLibre once the page is idle. Failing leaves the SVG stage in place. */
  startMaplibre(basemap: Basemap, story: Story): void;
  destroy(): void;
}

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 200);
};

function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  return canvas.getContext('webgl2') !== null;
}

export function createStageSwitch({ element, svgStage, onChange, onFallback }: Options): StageSwitch {
  let live: Stage | null = null;
  let destroyed = false;
  let starting = false;
  let last: { readonly scene: Scene; readonly look: Look } | null = null;

  element.dataset['stage'] = svgStage.name;
  async function start(basemap: Basemap, story: Story): Promise<void> {
    const { createMaplibreStage } = await import('./maplibre-stage.ts');
    if (destroyed || !last) return;
    const stage = await createMaplibreStage(element, basemap, story, last, onChange);
    if (destroyed) {
      stage.destroy();
      return;
    }
    live = stage;
    starting = false;
    if (last) stage.show(last.scene, last.look);
    element.dataset['stage'] = stage.name;
    onChange();
  }
  return {
    show(scene, look) {
      last = { scene, look };
      live?.show(scene, look);
      if (!live) svgStage.show(scene, look);
    },
    shownCamera: ({ camera }) => (live ? camera : { ...camera, pitch: 0 }),
    isSettled: () => !starting && (live ?? svgStage).isSettled(),
    startMaplibre(basemap, story) {
      if (!hasWebGl()) {
        onFallback('no-webgl');
        return;
      }
      starting = true;
      whenIdle(() => {
        start(basemap, story).catch(() => {
          starting = false;
          onFallback('map-failed');
          onChange();
        });
      });
    },
    destroy() {
      destroyed = true;
      live?.destroy();
      svgStage.destroy();
    },
  };
}
