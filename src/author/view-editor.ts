import type { Basemap } from '../basemap/basemap.ts';
import type { PackedBasemap } from '../basemap/packed.ts';
import { unpackBasemap } from '../basemap/packed.ts';
import type { Edit } from '../content/files/edit.ts';
import { panZoomCamera } from '../geo/camera/free-camera.ts';
import type { Camera, LngLat, LngLatBounds, ScreenPoint } from '../geo/lng-lat.ts';
import { cameraPlacing, createProjection, unproject } from '../geo/mercator.ts';
import { CAMERA_OVERRIDE_EVENT } from '../reader/explore/camera-override.ts';
import { watchGestures } from '../reader/explore/pan-zoom.ts';
import { addressOf } from '../reader/ground/picture-elements.ts';
import { loadJson } from '../reader/loading/load-json.ts';
import type { PlayerInput } from '../reader/player/story-player.ts';
import { readViewport } from '../reader/player/viewport.ts';
import { cameraFor } from '../story/camera/framing.ts';
import { boundsOfView } from '../story/camera/view-frame.ts';
import type { GroundPicture } from '../story/ground/ground.ts';
import { layoutFor } from '../story/layout.ts';
import type { Viewport } from '../story/scene.ts';
import type { Section, Story } from '../story/story.ts';
import { groundWords, nearestFor } from './ground-words.ts';
import { createLayerPanel, type LayerPanel } from './layers/layer-panel.ts';
import { filesWith, type LayerTrial, withTrial } from './layers/layer-trial.ts';
import { createTrialPicture, type TrialPicture } from './layers/trial-picture.ts';
import { createOwnFiles, type OwnFiles } from './own-files.ts';
import { createPanel, type Panel } from './panel.ts';
import { watchPlacing } from './placing.ts';
import { frameKind, renderPage, renderScreens, stepBackWords, withView } from './screens.ts';
import { sendEdit } from './send-edit.ts';

/** The map, moved by the author, and the views that come of it. */
export interface ViewEditor {
  close(): void;
}

/** What was said outlasts the page until the map is moved again: one that shows a change may load more than once. */
const SAID = 'author-mode:said';
/** The map rests when it has not been pulled for so long. */
const PAUSE_MS = 150;

class Editor implements ViewEditor {
  readonly #map: HTMLElement;
  readonly #story: Story;
  readonly #grid: PlayerInput['grid'];
  readonly #panel: Panel;
  readonly #layers: LayerPanel;
  readonly #trialPicture: TrialPicture;
  readonly #ownFiles: OwnFiles;
  #viewport: Viewport;
  readonly #abort = new AbortController();
  #basemap: Basemap | null = null;
  #section: Section;
  #camera: Camera;
  #isMoved = false;
  #trial: LayerTrial | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(map: HTMLElement, { story, grid }: PlayerInput) {
    this.#map = map;
    this.#story = story;
    this.#grid = grid;
    const stage = map.querySelector<HTMLElement>('.stage') ?? map;
    this.#viewport = readViewport(stage);
    this.#panel = createPanel(story);
    this.#layers = createLayerPanel(
      story,
      {
        onTrial: (trial) => this.#showTrial(trial),
        onEdit: (edit) => void this.#send(edit),
        say: (words) => this.#panel.say(words),
      },
      this.#abort.signal,
    );
    this.#panel.form.after(this.#layers.element);
    this.#trialPicture = createTrialPicture(stage);
    this.#ownFiles = createOwnFiles(story, () => this.#showScreens(), this.#abort.signal);
    const read = map.dataset['section'];
    this.#section = story.sections.find(({ id }) => id === read) ?? (story.sections[0] as Section);
    this.#camera = cameraFor(story, this.#section, this.#viewport);
    this.#panel.say(sessionStorage.getItem(SAID) ?? 'Drag the map, or turn the wheel.');
    this.#choose(this.#section.id);
    this.#listen(stage);
    void loadJson<PackedBasemap>(map.dataset['basemap'] ?? '', this.#abort.signal).then((packed) => {
      this.#basemap = unpackBasemap(packed);
      this.#showScreens();
    });
  }

  close(): void {
    clearTimeout(this.#pause);
    this.#abort.abort();
    this.#overrideCamera(null);
    this.#trialPicture.clear();
    this.#panel.remove();
  }

  #overrideCamera(camera: Camera | null): void {
    this.#map.dispatchEvent(new CustomEvent(CAMERA_OVERRIDE_EVENT, { detail: camera }));
  }

  #choose(id: string): void {
    const section = this.#story.sections.find((one) => one.id === id);
    if (!section) return;
    this.#section = section;
    this.#panel.section.value = id;
    this.#panel.showFor(section);
    if (this.#map.dataset['section'] !== id) location.hash = id;
    this.#layers.showFor(section);
    this.#reset();
  }

  #showTrial(trial: LayerTrial | null): void {
    if (trial === null && this.#trial === null) return;
    this.#trial = trial;
    this.#showScreens();
  }

  #reset(): void {
    this.#move(cameraFor(this.#story, this.#section, this.#viewport));
    this.#isMoved = false;
    this.#overrideCamera(null);
  }

  #move(camera: Camera): void {
    this.#camera = camera;
    this.#isMoved = true;
    this.#panel.pitch.value = String(Math.round(camera.pitch));
    this.#panel.bearing.value = String(Math.round(camera.bearing));
    this.#overrideCamera(camera);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#showScreens(), PAUSE_MS);
  }

  #bounds(): LngLatBounds {
    return boundsOfView(this.#camera, this.#viewport, this.#section.card);
  }

  #showScreens(): void {
    if (!this.#basemap) return;
    const { index } = this.#section;
    const trial = this.#trial;
    const told = trial ? withTrial(this.#story, trial) : this.#story;
    const story = this.#isMoved ? withView(told, index, this.#viewport, this.#camera, this.#bounds()) : told;
    const own = this.#ownFiles(index, this.#camera);
    const from = {
      basemap: this.#basemap,
      grid: this.#grid,
      own: trial ? filesWith(own, trial) : own,
      hrefOf: (picture: GroundPicture) => addressOf(this.#map, picture),
    };
    this.#panel.showScreens(renderScreens(story, index, from, this.#viewport.dir));
    if (trial) this.#trialPicture.show(story, renderPage(story, index, from, this.#viewport));
    else this.#trialPicture.clear();
    if (!this.#isMoved) return;
    sessionStorage.removeItem(SAID);
    const words = [stepBackWords, groundWords].map((wordsOf) => wordsOf(story, index, this.#viewport, this.#camera));
    this.#panel.say(words.filter(Boolean).join(' '));
  }

  #pointAt(point: ScreenPoint): LngLat {
    const { width, height } = this.#viewport;
    return unproject(createProjection(this.#camera, width, height), point);
  }

  /** Tilts and turns round the middle of what the text leaves free. */
  #turn(): void {
    const { freeBox } = layoutFor(this.#viewport, this.#section.card);
    const middle: ScreenPoint = [(freeBox.left + freeBox.right) / 2, (freeBox.top + freeBox.bottom) / 2];
    const pitch = Number(this.#panel.pitch.value);
    const bearing = Number(this.#panel.bearing.value);
    const view = { zoom: this.#camera.zoom, pitch, bearing };
    this.#move(cameraPlacing(this.#pointAt(middle), middle, view, this.#viewport));
  }

  async #send(edit: Edit): Promise<void> {
    const answer = await sendEdit(edit);
    const done = edit.kind === 'undo' ? 'Taken back in' : 'Written to';
    const said = answer.done ? `${done} ${answer.file}` : answer.reason;
    if (answer.done) {
      clearTimeout(this.#pause);
      sessionStorage.setItem(SAID, said);
    }
    this.#panel.say(said);
  }

  #useView(): void {
    const { pitch, bearing } = this.#camera;
    void this.#send({
      kind: 'view',
      story: this.#story.slug,
      section: this.#section.id,
      screen: frameKind(this.#section, this.#viewport),
      bounds: [...this.#bounds()],
      pitch: Number(pitch.toFixed(1)),
      bearing: Number(bearing.toFixed(1)),
    });
  }

  #listen(stage: HTMLElement): void {
    const panel = this.#panel;
    const { signal } = this.#abort;
    const onResize = (): void => {
      this.#viewport = readViewport(stage);
      this.#reset();
    };
    window.addEventListener('resize', onResize, { signal });
    panel.section.addEventListener('change', () => this.#choose(panel.section.value), { signal });
    for (const slider of [panel.pitch, panel.bearing]) slider.addEventListener('input', () => this.#turn(), { signal });
    panel.button('use').addEventListener('click', () => this.#useView(), { signal });
    panel.button('reset').addEventListener('click', () => this.#reset(), { signal });
    panel.button('undo').addEventListener('click', () => void this.#send({ kind: 'undo' }), { signal });
    watchPlacing(panel, this.#story, {
      section: () => this.#section.id,
      projection: () => createProjection(this.#camera, this.#viewport.width, this.#viewport.height),
      onEdit: (edit) => void this.#send(edit),
    });
    watchGestures(panel.gestures, panel.gestures, (gesture) => {
      const limits = { bounds: this.#story.bounds, nearestZoom: nearestFor(this.#story, this.#section) };
      this.#move(panZoomCamera(this.#camera, gesture, limits, this.#viewport));
    });
  }
}

export function createViewEditor(map: HTMLElement, input: PlayerInput): ViewEditor {
  return new Editor(map, input);
}
