import {
  type EmbedMode,
  type FrameEvent,
  type FrameMessage,
  type HostMessage,
  type HostTheme,
  parseFrameMessage,
  sealMessage,
} from '../protocol.ts';
import type { FrameAddress } from './frame-address.ts';
import { createGrowing } from './growing.ts';
import { setStyle } from './important-style.ts';
import { ScrollDrive } from './scroll-drive.ts';
import { canStick } from './sticky.ts';

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

/** The whole screen for a frame that follows the page or grows with its content: what comes later moves nothing in sight. */
const BLOCK_SIZES: Readonly<Record<EmbedMode, string>> = {
  scroll: '100vh',
  contained: 'clamp(26rem, 78vh, 44rem)',
  flat: '100vh',
  card: '25rem',
};

function createIframe({ page, theme }: FrameAddress, mode: EmbedMode, host: HTMLElement): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  const address = new URL(mode === 'card' ? 'card/' : '', page);
  address.searchParams.set('mode', mode);
  if (theme) address.searchParams.set('theme', theme);
  iframe.title = host.title || host.textContent?.trim() || 'Story map';
  iframe.referrerPolicy = 'no-referrer';
  const { sandbox } = host.dataset;
  if (sandbox !== undefined) iframe.setAttribute('sandbox', sandbox);
  setStyle(iframe, { display: 'block', border: '0', 'inline-size': '100%', 'block-size': '100%' });
  iframe.src = address.href;
  return iframe;
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

function dispatch(host: HTMLElement, { name, detail }: FrameEvent): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

type Say = (message: HostMessage) => void;

/** What a mode does with the frame's messages. */
interface Housing {
  setSize(size: Extract<FrameMessage, { readonly type: 'size' }>): void;
  reveal(progress: number): void;
  destroy(): void;
}

function createHousing(host: HTMLElement, iframe: HTMLIFrameElement, mode: EmbedMode, say: Say): Housing | null {
  if (mode === 'scroll') return new ScrollDrive(host, iframe, say);
  if (mode !== 'flat') return null;
  const growing = createGrowing(host);
  return { setSize: ({ heightPx }) => growing.setHeight(heightPx), reveal: () => {}, destroy: growing.destroy };
}

/** The frame itself, once the reader is near it. */
function openFrame(host: HTMLElement, address: FrameAddress, mode: EmbedMode): FrameView {
  const iframe = createIframe(address, mode, host);
  const abort = new AbortController();
  const { signal } = abort;
  const say: Say = (message) => iframe.contentWindow?.postMessage(sealMessage(message), '*');
  /** Chosen since the frame's address was written. */
  let chosen: HostTheme | null = null;
  const housing = createHousing(host, iframe, mode, say);
  const listener = ({ source, data }: MessageEvent): void => {
    const message = source !== null && source === iframe.contentWindow ? parseFrameMessage(data) : null;
    if (message?.type === 'event') dispatch(host, message.event);
    if (message?.type === 'size') housing?.setSize(message);
    if (message?.type === 'reveal') housing?.reveal(message.progress);
  };
  window.addEventListener('message', listener, { signal });
  const greet = (): void => {
    // A frame that was ready before anybody listened says its size again.
    say({ type: 'measure' });
    // What was said to it before it listened, or before it was loaded anew, it has not heard.
    if (chosen !== null) say({ type: 'theme', theme: chosen });
  };
  iframe.addEventListener('load', greet, { signal });
  (host.shadowRoot ?? host.attachShadow({ mode: 'open' })).replaceChildren(iframe);
  return {
    setTheme(theme) {
      chosen = theme;
      say({ type: 'theme', theme });
    },
    destroy() {
      abort.abort();
      housing?.destroy();
      iframe.remove();
    },
  };
}

export function createFrameView(host: HTMLElement, address: FrameAddress): FrameView {
  const wanted = address.mode ?? 'scroll';
  const mode = wanted === 'scroll' && !canStick(host) ? 'contained' : wanted;
  let view: FrameView | null = null;
  let { theme } = address;
  setStyle(host, { ...OWN_PLACE, 'block-size': BLOCK_SIZES[mode] });
  host.dataset['shown'] = mode;
  const stopWaiting = whenNear(host, () => {
    view = openFrame(host, { ...address, theme }, mode);
  });
  return {
    setTheme(chosen) {
      theme = chosen;
      view?.setTheme(chosen);
    },
    destroy() {
      stopWaiting();
      view?.destroy();
    },
  };
}
