import { THEMES } from '../protocol.ts';
import { frameAddress, type Wish } from './frame-address.ts';
import { createFrameView, type FrameView } from './frame-view.ts';

const wishOf = (element: HTMLElement): Wish => {
  const read = (name: string): string => element.getAttribute(name) ?? element.dataset[name] ?? '';
  return { src: read('src'), mode: read('mode'), locale: read('locale'), theme: read('theme') };
};

/**
 * `<story-embed src="…/en/<story>/" mode="auto">`: a story in somebody else's page. Attributes: `src`, `mode`, `theme`,
 * `locale`, `data-top-offset` (height in pixels of what sticks to the top of the page), `data-sandbox`.
 */
export class StoryEmbed extends HTMLElement {
  static readonly observedAttributes = ['src', 'mode', 'locale', 'theme'];
  #isConnected = false;
  #view: FrameView | null = null;

  connectedCallback(): void {
    this.#isConnected = true;
    this.#open();
  }

  disconnectedCallback(): void {
    this.#isConnected = false;
    this.#close();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    // An element made of mark-up is told of each attribute before it is connected.
    if (!this.#isConnected || before === after) return;
    if (name === 'theme' && this.#view) {
      const { theme } = wishOf(this);
      this.#view.setTheme(THEMES.find((known) => known === theme) ?? 'auto');
      return;
    }
    this.#close();
    this.#open();
  }

  #open(): void {
    const wish = wishOf(this);
    if (wish.src !== '') this.#view = createFrameView(this, frameAddress(wish, document.baseURI));
  }

  #close(): void {
    this.#view?.destroy();
    this.#view = null;
  }
}
