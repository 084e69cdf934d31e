import type { Edit } from '../../content/files/edit.ts';
import type { AuthoredLayer } from '../../content/normalize/authored-layer.ts';
import { nearestZoomOn } from '../../content/normalize/used-shapes.ts';
import type { DataLayer } from '../../story/data/data-layer.ts';
import type { Section, Story } from '../../story/story.ts';
import { fetchLayer } from './fetch-layer.ts';
import { histogramPicture, histogramWords } from './histogram-picture.ts';
import { changesOf, type LayerTrial, layerWith, type ScaleChoice, tryLayer } from './layer-trial.ts';
import { choiceIn, completed, fieldsIn, kindsFor, offerKinds, SCALE_FORM, showChoice } from './scale-form.ts';

export interface LayerHost {
  /** Shows a trial on the map; null shows the layer as it is. */
  onTrial(trial: LayerTrial | null): void;
  onEdit(edit: Edit): void;
  say(words: string): void;
}

/** Controls for the scales of the data layers that a section shows. */
export interface LayerPanel {
  readonly element: HTMLElement;
  showFor(section: Section): void;
}

/** The map is drawn when nothing has been changed for so long. */
const PAUSE_MS = 80;
/** The page loads anew after each change of a file; what was open stays open. */
const OPEN = 'author-mode:layers';

const PANEL = `
  <summary>Classes and colours of the data</summary>
  <label data-layers>Layer <select name="layer"></select></label>
  <div class="author-histogram"></div>
  <p class="author-counts" role="status"></p>
  ${SCALE_FORM}
  <div class="author-do">
    <button type="button" data-do="write-scale">Write to layers.yaml</button>
    <button type="button" data-do="reset-scale">As it is in the file</button>
  </div>`;

class Layers implements LayerPanel {
  readonly element = document.createElement('details');
  readonly #story: Story;
  readonly #host: LayerHost;
  readonly #signal: AbortSignal;
  #section: Section | null = null;
  #authored: AuthoredLayer | null = null;
  #choice: ScaleChoice | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(story: Story, host: LayerHost, signal: AbortSignal) {
    this.#story = story;
    this.#host = host;
    this.#signal = signal;
    this.element.className = 'author-layer';
    this.element.lang = 'en';
    this.element.dir = 'ltr';
    this.element.open = sessionStorage.getItem(OPEN) !== null;
    this.element.innerHTML = PANEL;
    this.#listen();
  }

  showFor(section: Section): void {
    this.#section = section;
    const layers = section.data ?? [];
    this.element.hidden = layers.length === 0;
    this.element.querySelector('[data-layers]')?.toggleAttribute('hidden', layers.length < 2);
    this.#select().replaceChildren(...layers.map(({ layer }) => new Option(layer, layer)));
    this.#stop();
    if (layers.length > 0 && this.element.open) void this.#load();
  }

  #select(): HTMLSelectElement {
    return this.element.querySelector('[name="layer"]') as HTMLSelectElement;
  }

  #stop(): void {
    clearTimeout(this.#pause);
    this.#authored = null;
    this.#host.onTrial(null);
  }

  async #load(): Promise<void> {
    const name = this.#select().value;
    const authored = await fetchLayer(this.#story, name, this.#signal);
    if (this.#signal.aborted || this.#select().value !== name) return;
    if (authored === null) {
      this.#host.say(`The server does not know the layer “${name}”.`);
      return;
    }
    const { kind, classes, colors, breaks, middle } = authored.spec.scale;
    this.#authored = authored;
    this.#choice = { kind, classes, colors, breaks, middle };
    const layer = layerWith(authored, this.#choice, this.#story.locale);
    offerKinds(this.element, kindsFor(layer, kind, authored.isKindFree));
    this.#show(layer, this.#choice);
  }

  #show(layer: DataLayer, choice: ScaleChoice): void {
    const find = (selector: string) => this.element.querySelector(selector) as HTMLElement;
    showChoice(this.element, choice, layer);
    find('.author-scale').hidden = layer.scale === null;
    find('fieldset').hidden = layer.scale === null;
    find('.author-histogram').innerHTML = histogramPicture(layer);
    find('.author-counts').textContent = histogramWords(layer);
  }

  #change(): void {
    const [authored, section, before] = [this.#authored, this.#section, this.#choice];
    if (!authored || !section || !before) return;
    const { locale } = this.#story;
    const choice = choiceIn(completed(fieldsIn(this.element), before, layerWith(authored, before, locale)), before);
    if (typeof choice === 'string') {
      this.#host.say(choice);
      return;
    }
    this.#host.say('');
    this.#choice = choice;
    const layer = layerWith(authored, choice, locale);
    this.#show(layer, choice);
    const zoom = nearestZoomOn(this.#story, section);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#host.onTrial(tryLayer(layer, section, zoom)), PAUSE_MS);
  }

  #write(): void {
    const scale = this.#authored && this.#choice && changesOf(this.#authored, this.#choice);
    if (scale) this.#host.onEdit({ kind: 'scale', story: this.#story.slug, layer: this.#select().value, scale });
    else this.#host.say('layers.yaml says this already.');
  }

  #again(): void {
    this.#stop();
    void this.#load();
  }

  #toggle(): void {
    if (this.element.open) sessionStorage.setItem(OPEN, '');
    else sessionStorage.removeItem(OPEN);
    if (!this.element.open) this.#stop();
    else if (!this.#authored) void this.#load();
  }

  #listen(): void {
    const on = { signal: this.#signal };
    const find = (selector: string) => this.element.querySelector(selector) as HTMLElement;
    const onInput = ({ target }: Event): void => (target === this.#select() ? this.#again() : this.#change());
    this.element.addEventListener('toggle', () => this.#toggle(), on);
    this.element.addEventListener('input', onInput, on);
    find('[data-do="write-scale"]').addEventListener('click', () => this.#write(), on);
    find('[data-do="reset-scale"]').addEventListener('click', () => this.#again(), on);
  }
}

export const createLayerPanel = (story: Story, host: LayerHost, signal: AbortSignal): LayerPanel =>
  new Layers(story, host, signal);
