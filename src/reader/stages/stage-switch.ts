import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import type { PackedBasemap } from '../../basemap/packed.ts';
import type { Camera } from '../../geo/lng-lat.ts';
import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import { watchSettings } from '../controls/settings.ts';
import { afterVisibleFor } from '../loading/after-visible-for.ts';
import { withTimeout } from '../loading/with-timeout.ts';
import type { FallbackReason } from '../player/events.ts';
import { FallbackError } from '../player/fallback.ts';
import { scrollAtRest } from '../scroll/scroll-intent.ts';
import { readCapabilities } from './capabilities.ts';
import { chooseStage } from './choose-stage.ts';
import type { MaplibreStage } from './maplibre-stage.ts';
import type { OwnMap } from './own-map.ts';
import type { Look, Stage } from './stage.ts';
import type { SvgStage } from './svg-stage.ts';

interface Listeners {
  /** The picture must be shown again: another stage took over, or a stage has drawn what was missing. */
  onChange(): void;
  /** @param cause what was thrown, where something was */
  onFallback(reason: FallbackReason, cause?: unknown): void;
}

interface View {
  readonly scene: Scene;
  readonly look: Look;
}

/** How long a lost WebGL context may take to come back. */
const RESTORE_MS = 2000;

/**
 * Shows scenes on the stage at hand: a light one from the first moment, MapLibre as soon as it has drawn the same scene,
 * and the light one again at once when MapLibre loses its context.
 */
export class StageSwitch {
  readonly #element: HTMLElement;
  readonly #drawing: SvgStage;
  /** The drawing at first, then what moves bitmaps of it. */
  #lightStage: Stage;
  readonly #listeners: Listeners;
  readonly #unwatch: () => void;
  /** What MapLibre needs to start. */
  #offer: readonly [PackedBasemap, Story] | null = null;
  /** Nobody may read on from the opening: MapLibre is left alone until someone does. */
  #isReadOn = false;
  /** MapLibre's life from the decision for it to its end. */
  #attempt: AbortController | null = null;
  #preparing = false;
  #lightening = false;
  /** Calls off the wait for a lost context. */
  #stopWaiting: () => void = () => {};
  #maplibre: MaplibreStage | null = null;
  #live: Stage;
  #own: OwnMap | null = null;
  #last: View | null = null;
  /** Why the light stage stays alone. */
  #reason: FallbackReason | null = null;

  constructor(element: HTMLElement, drawing: SvgStage, listeners: Listeners) {
    this.#element = element;
    this.#drawing = drawing;
    this.#lightStage = drawing;
    this.#live = drawing;
    this.#listeners = listeners;
    this.#unwatch = watchSettings(() => this.#choose());
    element.dataset['stage'] = drawing.name;
  }

  show(scene: Scene, look: Look): void {
    const isFirst = this.#last === null;
    this.#last = { scene, look };
    if (this.#attempt && !this.isFlat() && this.#maplibre?.lacks(scene)) this.#wait(this.#maplibre, this.#attempt);
    else this.#live.show(scene, look);
    if (isFirst) this.#choose();
  }

  /** The camera as the stage at hand shows it: a light one has no pitch. Marks must follow this one. */
  shownCamera({ camera }: Scene): Camera {
    return this.isFlat() ? { ...camera, pitch: 0 } : camera;
  }

  isFlat(): boolean {
    return this.#live === this.#lightStage;
  }

  /** Whether the last scene is drawn completely and no other stage is about to take over. */
  isSettled(): boolean {
    return !this.#preparing && !this.#lightening && this.#live.isSettled();
  }

  /** The reader reads on. Even asking whether there is WebGL takes long enough to be felt, and waits for a pause. */
  async readOn(): Promise<void> {
    this.#preparing = true;
    this.#listeners.onChange();
    await scrollAtRest();
    this.#preparing = false;
    this.#isReadOn = true;
    this.#choose();
    this.#listeners.onChange();
  }

  /**
   * Lets better stages take over: sheets at once, and MapLibre where device and reader allow it. That one is fetched in a
   * pause once the reader reads on.
   */
  offer(basemap: PackedBasemap, grid: DrawingGrid, story: Story): void {
    this.#offer = [basemap, story];
    void this.#lighten(grid, story);
    this.#choose();
  }

  /** With the colours of the story's own layers, where any have come. */
  get palettes(): OwnMap['palettes'] | undefined {
    return this.#own?.palettes;
  }

  /** Every stage gets what has come of the story's own, those that start later when they do. */
  readonly setOwn = (own: OwnMap): void => {
    this.#own = own;
    this.#lightStage.setOwn(own);
    this.#maplibre?.setOwn(own);
    this.#listeners.onChange();
  };

  destroy(): void {
    this.#unwatch();
    this.#offer = null;
    this.#end();
    this.#lightStage.destroy();
  }

  async #lighten(grid: DrawingGrid, story: Story): Promise<void> {
    this.#lightening = true;
    const { onChange, onFallback } = this.#listeners;
    const onFailed = (cause: unknown): void => onFallback('sheets-failed', cause);
    try {
      const { LightStage } = await withTimeout(import('./light/light-stage.ts'));
      if (!this.#offer) return;
      const isLive = this.isFlat();
      this.#lightStage = new LightStage(this.#element, this.#drawing, grid, story, { onChange, onFailed });
      if (this.#own) this.#lightStage.setOwn(this.#own);
      if (isLive) this.#putOn(this.#lightStage);
    } catch (cause) {
      onFailed(cause);
    }
    this.#lightening = false;
    onChange();
  }

  #choose(): void {
    const isOver = this.#reason === 'context-lost' || this.#reason === 'map-failed';
    if (isOver || !this.#isReadOn || !this.#offer || !this.#last) return;
    const { reason } = chooseStage(readCapabilities());
    if (reason === null) this.#start();
    else if (reason !== this.#reason) this.#stayLight(reason);
    this.#reason = reason;
  }

  #start(): void {
    if (this.#attempt) return;
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    this.#preparing = true;
    this.#attend(signal, this.#prepare(signal));
  }

  #attend(signal: AbortSignal, work: Promise<void>): void {
    work.catch((error: unknown) => {
      const reason = error instanceof FallbackError ? error.reason : 'map-failed';
      if (!signal.aborted) this.#stayLight(reason, error);
    });
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    const { createMaplibreStage } = await import('./maplibre-stage.ts');
    await scrollAtRest();
    if (signal.aborted || !this.#last || !this.#offer) return;
    const stage = await createMaplibreStage(this.#element, ...this.#offer, this.#last, {
      onSettled: this.#listeners.onChange,
      onIncomplete: (cause) => this.#listeners.onFallback('map-incomplete', cause),
      onLost: () => this.#hold(),
      onRestored: () => this.#attend(signal, this.#takeOver(stage, signal)),
    });
    if (signal.aborted) return stage.destroy();
    this.#maplibre = stage;
    if (this.#own) stage.setOwn(this.#own);
    await this.#takeOver(stage, signal);
  }

  /** Gives MapLibre the scene until it has drawn one that is still the one on screen: a moment of rest. */
  async #takeOver(stage: MaplibreStage, signal: AbortSignal): Promise<void> {
    let shown: View | null = null;
    this.#stopWaiting();
    await stage.drawn();
    while (!signal.aborted && this.#last && shown !== this.#last) {
      shown = this.#last;
      stage.show(shown.scene, shown.look);
      await stage.drawn();
    }
    if (signal.aborted) return;
    this.#preparing = false;
    this.#putOn(stage);
  }

  /** Shows the light stage until MapLibre has what the scene shows of the story's own. */
  #wait(stage: MaplibreStage, { signal }: AbortController): void {
    this.#preparing = true;
    this.#putOn(this.#lightStage);
    this.#attend(signal, this.#takeOver(stage, signal));
  }

  /** Holds the picture while MapLibre's context is lost, which may be for good. */
  #hold(): void {
    this.#preparing = true;
    this.#putOn(this.#lightStage);
    this.#stopWaiting();
    this.#stopWaiting = afterVisibleFor(RESTORE_MS, () => this.#stayLight('context-lost'));
  }

  #stayLight(reason: FallbackReason, cause?: unknown): void {
    this.#reason = reason;
    this.#putOn(this.#lightStage);
    this.#end();
    this.#listeners.onFallback(reason, cause);
  }

  /** Ends MapLibre, or the attempt at it. */
  #end(): void {
    this.#stopWaiting();
    this.#attempt?.abort();
    this.#attempt = null;
    this.#preparing = false;
    this.#maplibre?.destroy();
    this.#maplibre = null;
  }

  #putOn(stage: Stage): void {
    if (stage !== this.#lightStage) this.#lightStage.release?.();
    this.#live = stage;
    if (this.#last) stage.show(this.#last.scene, this.#last.look);
    this.#element.dataset['stage'] = stage.name;
    this.#listeners.onChange();
  }
}
