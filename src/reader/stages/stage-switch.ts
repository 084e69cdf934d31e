import type { Basemap } from '../../basemap/basemap.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import type { StoryEvents } from '../events.ts';
import { whenIdle } from '../idle.ts';
import type { Look, Stage } from './stage.ts';

interface Listeners {
  /** The picture must be shown again: a stage became ready. */
  onChange(): void;
  onFallback(reason: StoryEvents['story:fallback']['reason']): void;
}

const hasWebGl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** Shows scenes on the stage at hand: SVG from the first moment, MapLibre as soon as it has drawn the same scene. */
export class StageSwitch {
  readonly #element: HTMLElement;
  readonly #svgStage: Stage;
  readonly #listeners: Listeners;
  #live: Stage | null = null;
  #starting = false;
  #destroyed = false;
  #last: { readonly scene: Scene; readonly look: Look } | null = null;

  constructor(element: HTMLElement, svgStage: Stage, listeners: Listeners) {
    this.#element = element;
    this.#svgStage = svgStage;
    this.#listeners = listeners;
    element.dataset['stage'] = svgStage.name;
  }

  show(scene: Scene, look: Look): void {
    this.#last = { scene, look };
    (this.#live ?? this.#svgStage).show(scene, look);
  }

  /** The camera as the stage at hand shows it: SVG has no pitch. Marks must follow this one. */
  shownCamera({ camera }: Scene): Camera {
    return this.#live ? camera : { ...camera, pitch: 0 };
  }

  /** Whether the last scene is drawn completely and no other stage is about to take over. */
  isSettled(): boolean {
    return !this.#starting && (this.#live ?? this.#svgStage).isSettled();
  }

  /** Fetches MapLibre once the page is idle. Failing leaves the SVG stage in place. */
  startMaplibre(basemap: Basemap, story: Story): void {
    if (!hasWebGl()) {
      this.#listeners.onFallback('no-webgl');
      return;
    }
    this.#starting = true;
    whenIdle(() => void this.#takeOver(basemap, story));
  }

  destroy(): void {
    this.#destroyed = true;
    this.#live?.destroy();
    this.#svgStage.destroy();
  }

  async #takeOver(basemap: Basemap, story: Story): Promise<void> {
    try {
      const { createMaplibreStage } = await import('./maplibre-stage.ts');
      if (this.#destroyed || !this.#last) return;
      const stage = await createMaplibreStage(this.#element, basemap, story, this.#last, this.#listeners.onChange);
      if (this.#destroyed) {
        stage.destroy();
        return;
      }
      stage.show(this.#last.scene, this.#last.look);
      this.#live = stage;
      this.#element.dataset['stage'] = stage.name;
    } catch {
      this.#listeners.onFallback('map-failed');
    }
    this.#starting = false;
    this.#listeners.onChange();
  }
}
