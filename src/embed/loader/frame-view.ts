import type { EmbedMode, HostTheme } from '../protocol.ts';
import type { FrameAddress } from './frame-address.ts';
import { fittingMode, type HostPage, isSizedByContent, readHostPage } from './host-page.ts';
import { setStyle } from './important-style.ts';
import { CAN_BE_CREDENTIALLESS, type OpenFrame, openFrame } from './open-frame.ts';
import { createShadow } from './shadow.ts';

/** One story in the host page, from the place kept for it to its end. */
export interface FrameView {
  setTheme(theme: HostTheme): void;
  /** Takes the frame away and stops listening. The host's element keeps its place. */
  destroy(): void;
}

/** Against styles for every element and for those a page has not heard of. */
const OWN_PLACE = {
  display: 'block',
  position: 'relative',
  float: 'none',
  'box-sizing': 'border-box',
  'inline-size': 'auto',
  'max-inline-size': 'none',
  'max-block-size': 'none',
  'min-inline-size': '0',
  padding: '0',
  border: '0',
  overflow: 'visible',
  transform: 'none',
  contain: 'none',
  visibility: 'visible',
  opacity: '1',
};

const CONTAINED = 'clamp(26rem, 78vh, 44rem)';

/** The whole screen for a frame that follows the page or grows with its content: what comes later moves nothing in sight. */
const BLOCK_SIZES: Readonly<Record<EmbedMode, string>> = {
  scroll: '100vh',
  contained: CONTAINED,
  flat: '100vh',
  card: '25rem',
};

function keepPlace(host: HTMLElement, mode: EmbedMode, page: HostPage): void {
  // Where the window may be as high as its content, nothing may be as high as the window: each would wait for the other.
  const isBounded = page.isFramed || isSizedByContent(page);
  const blockSize = isBounded && mode === 'flat' ? CONTAINED : BLOCK_SIZES[mode];
  setStyle(host, { ...OWN_PLACE, 'block-size': blockSize, ...(isBounded ? { 'min-block-size': '0' } : {}) });
  host.dataset['shown'] = mode;
}

/** Calls `run` once the element is near the screen. Returns a function that calls it off. */
function whenNear(element: Element, run: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      run();
    },
    { rootMargin: '100% 0px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** Shows the story as well as the page allows, and when that turns out to be less than was thought, as well as it does then. */
class StoryFrame implements FrameView {
  readonly #host: HTMLElement;
  readonly #address: FrameAddress;
  readonly #shadow: ReturnType<typeof createShadow>;
  readonly #stopWaiting: () => void;
  readonly #abort = new AbortController();
  #mode: EmbedMode;
  #theme: string;
  #isCredentialless = CAN_BE_CREDENTIALLESS && window.crossOriginIsolated;
  #frame: OpenFrame | null = null;

  constructor(host: HTMLElement, address: FrameAddress) {
    this.#host = host;
    this.#address = address;
    this.#theme = address.theme;
    this.#shadow = createShadow(host, new URL('../', address.page).href);
    this.#mode = fittingMode(address.mode, readHostPage(host));
    keepPlace(host, this.#mode, readHostPage(host));
    this.#stopWaiting = whenNear(host, () => this.#open());
    // A window that has become higher than any screen is sized by what is in it.
    const outgrown = (): boolean => this.#mode === 'scroll' && isSizedByContent(readHostPage(host));
    window.addEventListener('resize', () => outgrown() && this.#contain(), this.#abort);
  }

  setTheme(theme: HostTheme): void {
    this.#theme = theme;
    this.#frame?.setTheme(theme);
  }

  destroy(): void {
    this.#abort.abort();
    this.#stopWaiting();
    this.#frame?.destroy();
  }

  #open(): void {
    this.#frame?.destroy();
    const wish = {
      ...this.#address,
      mode: this.#mode,
      theme: this.#theme,
      isCredentialless: this.#isCredentialless,
    };
    this.#frame = openFrame(this.#host, this.#shadow, wish, {
      onOtherVersion: () => this.#contain(),
      onSilence: () => this.#tryOnce(),
    });
  }

  /** The story keeps to its frame, which nobody has to drive. */
  #contain(): void {
    if (this.#mode === 'contained') return;
    this.#mode = 'contained';
    keepPlace(this.#host, this.#mode, readHostPage(this.#host));
    if (this.#frame) this.#open();
  }

  #tryOnce(): void {
    if (this.#isCredentialless || !CAN_BE_CREDENTIALLESS) {
      this.#shadow.offerLink();
      return;
    }
    this.#isCredentialless = true;
    this.#open();
  }
}

export const createFrameView = (host: HTMLElement, address: FrameAddress): FrameView => new StoryFrame(host, address);
