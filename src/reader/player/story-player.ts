import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import type { PackedBasemap } from '../../basemap/packed.ts';
import { mixPalette, tintNearness } from '../../basemap/themes.ts';
import type { Scene, Viewport } from '../../story/scene.ts';
import { freeScene } from '../../story/scenes/free-scene.ts';
import { sceneIn } from '../../story/scenes/still-scene.ts';
import type { Story } from '../../story/story.ts';
import { buildTimeline, type Timeline } from '../../story/timeline.ts';
import { type Controls, createControls } from '../controls/controls.ts';
import { createNotice, createOnDemand } from '../controls/on-demand.ts';
import { createSectionList, type SectionList } from '../controls/section-list.ts';
import { createSettingsForm } from '../controls/settings-form.ts';
import { createCameraOverride } from '../explore/camera-override.ts';
import type { Explore } from '../explore/explore.ts';
import { firstContentfulPaint } from '../loading/idle.ts';
import { loadJson } from '../loading/load-json.ts';
import { offerCopy } from '../loading/offer-copy.ts';
import { withTimeout } from '../loading/with-timeout.ts';
import { createOverMapSlot } from '../over-map/over-map-slot.ts';
import type { ReaderPosition } from '../placement/placement-prefetch.ts';
import { type Arrival, createArrival, keepPlace } from '../scroll/arrival.ts';
import { createDeferredLayout, type DeferredLayout } from '../scroll/deferred-layout.ts';
import { createMotion, type Motion } from '../scroll/motion.ts';
import { scrollIntent } from '../scroll/scroll-intent.ts';
import { createScrollProgress, type ScrollProgress } from '../scroll/scroll-progress.ts';
import { createSectionHash, type SectionHash } from '../scroll/section-hash.ts';
import type { SourceHost } from '../sources/map-sources.ts';
import { createSourceSlot } from '../sources/source-slot.ts';
import { StageSwitch } from '../stages/stage-switch.ts';
import { createSvgStage } from '../stages/svg-stage.ts';
import { announceReady, createSceneAnnouncer } from './announce-scene.ts';
import { crossFade } from './cross-fade.ts';
import { dispatchStory } from './events.ts';
import { createTellFallback, FallbackError, logFallback, orFallBack, type TellFallback } from './fallback.ts';
import { createPageChrome, type PageChrome } from './page-chrome.ts';
import { createPaint } from './paint.ts';
import { requireElement } from './require-element.ts';
import { setAttribute } from './set-attribute.ts';
import type { StoryMarks } from './story-marks.ts';
import { type ReaderLook, readLook, watchLook } from './viewport.ts';

/** What the page hands over; `data-basemap` of the root says where the basemap is. */
export interface PlayerInput {
  readonly story: Story;
  readonly grid: DrawingGrid;
}

/** Owns the reader's one piece of state, `progress`, and shows its scene whenever that or the screen changes. */
export class StoryPlayer {
  readonly #root: HTMLElement;
  readonly #tell: TellFallback;
  readonly #grid: DrawingGrid;
  readonly #timeline: Timeline;
  readonly #sections: readonly HTMLElement[];
  readonly #stage: HTMLElement;
  readonly #stages: StageSwitch;
  readonly #chrome: PageChrome;
  readonly #paint: ReturnType<typeof createPaint>;
  readonly #hash: SectionHash = createSectionHash();
  readonly #list: SectionList;
  readonly #arrival: Arrival;
  readonly #deferred: DeferredLayout;
  readonly #scroll: ScrollProgress;
  readonly #motion: Motion;
  readonly #controls: Controls;
  readonly #overMap: ReturnType<typeof createOverMapSlot>;
  readonly #sources: ReturnType<typeof createSourceSlot>;
  readonly #abort = new AbortController();
  readonly #intent = scrollIntent(this.#abort.signal);
  #look: ReaderLook;
  #scene: Scene;
  #marks: StoryMarks | null = null;
  #frame = 0;
  readonly #tellScene: ReturnType<typeof createSceneAnnouncer>;
  #sectionId = '';
  #explore: Explore | null = null;
  #cameraOverride: ((scene: Scene) => Scene) | null = null;
  #held: number | null = null;

  constructor(root: HTMLElement, { story, grid }: PlayerInput) {
    this.#root = root;
    this.#tell = createTellFallback(root, logFallback);
    this.#tellScene = createSceneAnnouncer(root);
    if (import.meta.env.DEV) this.#cameraOverride = createCameraOverride(root, this.#schedule);
    this.#timeline = buildTimeline(story);
    this.#stage = requireElement(root, '.stage');
    // The first picture's mood is painted by its class; from here on the scene paints.
    this.#stage.classList.remove('mood-dusk', 'mood-night');
    this.#sections = story.sections.map(({ id }) => requireElement(root, `main > #${CSS.escape(id)}`));
    this.#grid = grid;
    this.#chrome = createPageChrome(root, story);
    this.#paint = createPaint(this.#stage, root.querySelector('.rail'), this.#sections);
    this.#look = readLook(this.#stage);
    this.#stages = new StageSwitch(this.#stage, createSvgStage(requireElement(this.#stage, 'svg.svg-stage'), grid), {
      onChange: this.#schedule,
      onFallback: this.#tell,
    });
    this.#list = createSectionList(root, (id) => this.goTo(id, true));
    const onDemand = createOnDemand(createNotice(root), this.#tell);
    this.#controls = createControls(root, story.sections.length, {
      step: (by, moveFocus) => this.goTo(story.sections[this.#scene.section.index + by]?.id ?? '', moveFocus),
      explore: () => void onDemand('explore-failed', () => this.#startExploring()),
      embed: () =>
        void onDemand('embed-failed', async () => (await import('../controls/embed-dialog.ts')).showEmbedDialog(root)),
      share: (link) => void onDemand('embed-failed', async () => (await import('../controls/share.ts')).share(link)),
    });
    this.#overMap = createOverMapSlot(root, this.#timeline, onDemand, this.#schedule, this.#abort.signal);
    this.#sources = createSourceSlot(story, this.#sourceHost, this.#abort.signal);
    this.#arrival = createArrival(this.#scrollTo, this.#schedule);
    this.#deferred = createDeferredLayout(this.#sections, this.#abort.signal, this.#measure);
    this.#scroll = createScrollProgress(story, this.#sections, this.#look.viewport, this.#deferred, {
      onSectionEntered: () => this.#marks?.prefetch.resume(),
      onLayout: this.#renew,
    });
    this.#motion = createMotion(this.#scroll.read(), story.sections.length, () => this.#look.motion === 'reduced');
    this.#scene = this.#sceneAt(this.#scroll.read());
    this.#listen();
    void this.#start(root.dataset['basemap'] ?? '');
  }

  get #sourceHost(): SourceHost {
    return { onArrived: this.#stages.setOwn, onChange: this.#schedule, tell: this.#tell, marks: () => this.#marks };
  }

  /** What is on screen now, and how large that is. */
  get shown(): { readonly scene: Scene; readonly viewport: Viewport } {
    return { scene: this.#scene, viewport: this.#look.viewport };
  }

  /** Scrolls to where a link to the section arrives. */
  goTo(id: string, moveFocus = false): void {
    this.#deferred.finish();
    this.#arrival.at(id);
    if (moveFocus) this.#sections.find((section) => section.id === id)?.focus({ preventScroll: true });
  }

  /** Shows the scene of a progress (0–1) wherever the page is scrolled to; null follows the scroll again. */
  hold(progress: number | null): void {
    this.#held = progress;
    this.#schedule();
  }

  destroy(): void {
    this.#abort.abort();
    cancelAnimationFrame(this.#frame);
    for (const part of [this.#arrival, this.#scroll, this.#motion, this.#list, this.#controls]) part.destroy();
    this.#stages.destroy();
  }

  #sceneAt(progress: number): Scene {
    const { viewport, motion } = this.#look;
    const camera = this.#explore?.camera();
    if (camera) return freeScene(this.#timeline, progress, camera, viewport);
    const scene = sceneIn(motion, this.#timeline, progress, viewport);
    return this.#cameraOverride?.(scene) ?? scene;
  }

  readonly #schedule = (): void => {
    if (this.#frame === 0 && !this.#abort.signal.aborted) this.#frame = requestAnimationFrame(this.#render);
  };

  readonly #scrollTo = (id: string): number => {
    const index = this.#timeline.story.sections.findIndex((section) => section.id === id);
    // In an edition of one file the story's pages follow it.
    if (index < 0) document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
    else window.scrollTo({ top: this.#scroll.landing(index), behavior: 'instant' });
    this.#schedule();
    // Not what was asked for: the page ends somewhere, and screens of other densities round to their own pixels.
    return window.scrollY;
  };

  readonly #measure = (): void => {
    this.#scroll.measure(this.#look.viewport);
    this.#schedule();
  };

  readonly #renew = (): void => {
    requestAnimationFrame(() => this.#arrival.renew());
    this.#schedule();
  };

  readonly #position = (): ReaderPosition => ({
    index: this.#scene.section.index,
    viewport: this.#look.viewport,
    isFlat: this.#stages.isFlat(),
  });

  #listen(): void {
    const { signal } = this.#abort;
    window.addEventListener('scroll', this.#schedule, { passive: true, signal });
    signal.addEventListener(
      'abort',
      this.#hash.listen((id) => {
        this.#explore?.stop();
        this.goTo(id, true);
      }),
    );
    const unwatch = watchLook(this.#stage, () => this.#changeLook());
    signal.addEventListener('abort', unwatch);
    signal.addEventListener('abort', createSettingsForm(this.#root));
    void this.#intent.then(() => {
      this.#deferred.finish();
      this.#stages.readOn();
    });
  }

  async #start(basemapUrl: string): Promise<void> {
    const wanted = this.#hash.initial();
    if (wanted) this.#arrival.at(wanted);
    else keepPlace(this.#abort.signal);
    this.#schedule();
    announceReady(this.#root, this.#timeline.story);
    try {
      await firstContentfulPaint();
      const { signal } = this.#abort;
      const [packed, { createStoryMarks }] = await Promise.all([
        orFallBack('basemap-failed', loadJson<PackedBasemap>(basemapUrl, signal)),
        withTimeout(import('./story-marks.ts')),
      ]);
      const drawing = { svg: requireElement<SVGSVGElement>(this.#stage, 'svg.annotation-layer'), grid: this.#grid };
      const listeners = { onPlaced: this.#schedule, onFailed: this.#tell };
      this.#marks = await createStoryMarks(packed, this.#timeline, drawing, this.#position, listeners, signal);
      this.#schedule();
      this.#marks.prefetch.resume();
      this.#stages.offer(packed, this.#grid, this.#timeline.story);
      void offerCopy(this.#root, this.#intent, signal);
    } catch (error) {
      const reason = error instanceof FallbackError ? error.reason : 'marks-failed';
      if (!this.#abort.signal.aborted) this.#tell(reason, error);
    }
  }

  /** Few readers free the map, so what that takes is fetched when one does. */
  async #startExploring(): Promise<void> {
    const { createExplore } = await import('../explore/explore.ts');
    this.#explore ??= createExplore(this.#root, {
      timeline: this.#timeline,
      freeMarks: async (timeline, camera) => (await this.#marks?.free(timeline, camera)) ?? null,
      viewport: () => this.#look.viewport,
      onChange: this.#schedule,
      onOtherScreen: (id) => this.goTo(id),
    });
    this.#explore.start(this.#scene.camera, this.#scene.section.id);
  }

  #changeLook(): void {
    const { id } = this.#scene.section;
    const before = this.#look.viewport;
    this.#look = readLook(this.#stage);
    const { width, height } = this.#look.viewport;
    this.#measure();
    const resized = width !== before.width || height !== before.height;
    if (resized) this.#marks?.prefetch.resume();
    if (resized && this.#scene.progress > 0 && !this.#explore?.camera()) this.#arrival.at(id);
  }

  readonly #render = (now: number): void => {
    this.#frame = 0;
    const { progress, arrived } = this.#motion.next(this.#scroll.read(), now);
    this.#scene = this.#sceneAt(this.#held ?? progress);
    this.#show();
    this.#announce();
    const isOver =
      arrived &&
      !this.#arrival.isHeld() &&
      this.#stages.isSettled() &&
      this.#overMap.isSettled() &&
      this.#sources.isSettled();
    setAttribute(this.#root, 'data-settled', String(isOver && this.#marks?.prefetch.isComplete() === true));
    if (!arrived) this.#schedule();
  };

  #show(): void {
    const { viewport, theme } = this.#look;
    const scene = this.#scene;
    this.#stages.show(scene, this.#look);
    const camera = this.#stages.shownCamera(scene);
    this.#overMap.show({ ...scene, camera }, this.#look);
    this.#sources.show(scene);
    this.#chrome.show(scene);
    const palette = mixPalette(theme, scene.moods, tintNearness(scene.camera.zoom), this.#stages.palettes);
    this.#paint(palette, scene.section.index);
    if (!this.#marks) return;
    const { sizeClass } = this.#timeline.stop(scene.section.index, viewport).layout;
    const marks = this.#overMap.marks(this.#marks.of({ ...scene, camera }, this.#explore?.marks()));
    this.#marks.layer.show(marks, camera, viewport, sizeClass);
  }

  #announce(): void {
    const { id, index } = this.#scene.section;
    this.#tellScene(this.#scene, this.#look);
    if (id === this.#sectionId) return;
    if (this.#sectionId !== '' && this.#look.motion === 'reduced') crossFade(this.#stage);
    this.#sectionId = id;
    this.#controls.show(index);
    this.#list.setCurrent(id);
    this.#hash.show(index === 0 ? null : id);
    dispatchStory(this.#root, 'story:section', { id, index, total: this.#timeline.story.sections.length });
  }
}
