import type { HostTheme } from '../protocol.ts';
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
  #view: FrameView | null = null;

  connectedCallback(): void {
    this.#open();
  }

  disconnectedCallback(): void {
    this.#view?.destroy();
    this.#view = null;
  }

  attributeChangedCallback(name: string): void {
    if (!this.#view) return;
    if (name === 'theme') {
      const theme = THEMES.find((known) => known === this.getAttribute('theme')) ?? 'auto';
      this.#view.setTheme(theme satisfies HostTheme);
      return;
    }
    this.disconnectedCallback();
    this.#open();
  }

  #open(): void {
    const wish = wishOf(this);
    if (wish.src !== '') this.#view = createFrameView(this, frameAddress(wish, document.baseURI));
  }
}
