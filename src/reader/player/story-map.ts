import type { LngLat, ScreenPoint } from '../../geo/lng-lat.ts';
import { createProjection } from '../../geo/mercator.ts';
import type { SceneDetail, StoryEvents } from './events.ts';
import { dispatchStory, toDetail } from './events.ts';
import { type PlayerInput, StoryPlayer } from './story-player.ts';

/**
 * `<story-map>`: wraps a story's page and makes it follow the reader.
 * Fires `story:ready`, `story:section`, `story:scene` and `story:fallback` (see `events.ts`), all bubbling.
 */
export class StoryMap extends HTMLElement {
  #player: StoryPlayer | null = null;

  connectedCallback(): void {
    const data = this.querySelector('#story-data')?.textContent;
    // Without this mark the page is the illustrated article: a script that comes later would change it under its reader.
    const isLive = document.documentElement.dataset['live'] !== undefined;
    if (!isLive && this.querySelector('[data-sortable]')) {
      void import('../tables/sort-tables.ts').then(({ sortTables }) => sortTables(this));
    }
    if (!data || !isLive || this.#player) return;
    const start = (): void => {
      this.#player?.destroy();
      this.#player = new StoryPlayer(this, JSON.parse(data) as PlayerInput);
    };
    start();
    // The page may not wait for its reader, or it is the article: what was begun in the usual colours begins anew.
    if (matchMedia('(prefers-contrast:more),(forced-colors:active)').matches)
      import('./contrast.ts')
        .then(({ raiseContrast }) => {
          raiseContrast();
          if (this.isConnected) start();
        })
        .catch((cause: unknown) =>
          dispatchStory(this, 'story:fallback', { reason: 'contrast-failed', detail: String(cause) }),
        );
  }

  disconnectedCallback(): void {
    this.#player?.destroy();
    this.#player = null;
  }

  /** The scene on screen now, or null before the reader is ready. */
  get scene(): SceneDetail | null {
    return this.#player ? toDetail(this.#player.shown.scene) : null;
  }

  /** Shows the scene of a progress (0–1) wherever the page is scrolled to, as films do; null follows the scroll again. */
  hold(progress: number | null): void {
    this.#player?.hold(progress);
  }

  /** Where a place is on screen in this scene, in CSS pixels from the top left of the stage. */
  project(lngLat: LngLat): ScreenPoint | null {
    if (!this.#player) return null;
    const { scene, viewport } = this.#player.shown;
    return createProjection(scene.camera, viewport.width, viewport.height, scene.middle).project(lngLat);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'story-map': StoryMap;
  }
  interface HTMLElementEventMap extends StoryEventMap {}
}

type StoryEventMap = { readonly [Name in keyof StoryEvents]: CustomEvent<StoryEvents[Name]> };

if (!customElements.get('story-map')) customElements.define('story-map', StoryMap);
