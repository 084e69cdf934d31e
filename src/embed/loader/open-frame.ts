import {
  type EmbedMode,
  type FrameEvent,
  type FrameMessage,
  type HostMessage,
  type HostTheme,
  isOtherVersion,
  parseFrameMessage,
  sealMessage,
} from '../protocol.ts';
import type { FrameAddress } from './frame-address.ts';
import { createGrowing } from './growing.ts';
import { ScrollDrive } from './scroll-drive.ts';
import type { Shadow } from './shadow.ts';

/** The story's frame, with those who listen to it. */
export interface OpenFrame {
  setTheme(theme: HostTheme): void;
  destroy(): void;
}

export interface FrameListeners {
  /** The story is of another version of this program: nobody here can drive it. */
  onOtherVersion(): void;
  /** The frame is loaded and its story says nothing: it is refused, or has no scripts. */
  onSilence(): void;
}

/** How a frame is shown. */
export interface FrameWish extends FrameAddress {
  readonly mode: EmbedMode;
  /** Without what the browser keeps for the story's site: pages that isolate themselves allow no other frames. */
  readonly isCredentialless: boolean;
}

/** Scripts have run by the time a frame is loaded; a busy device may take a while to say so. */
const SILENCE_MS = 4000;

export const CAN_BE_CREDENTIALLESS = 'credentialless' in HTMLIFrameElement.prototype;

function createIframe(host: HTMLElement, { page, theme, mode, isCredentialless }: FrameWish): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  const address = new URL(mode === 'card' ? 'card/' : '', page);
  address.searchParams.set('mode', mode);
  if (theme) address.searchParams.set('theme', theme);
  iframe.referrerPolicy = 'no-referrer';
  const { sandbox } = host.dataset;
  if (sandbox !== undefined) iframe.setAttribute('sandbox', sandbox);
  if (isCredentialless) Object.assign(iframe, { credentialless: true });
  iframe.src = address.href;
  return iframe;
}

function dispatch(host: HTMLElement, { name, detail }: FrameEvent): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

type Say = (message: HostMessage) => void;

/** What a mode does with the frame's messages. */
interface Responder {
  setSize(size: Extract<FrameMessage, { readonly type: 'size' }>): void;
  reveal(progress: number): void;
  destroy(): void;
}

function createResponder(host: HTMLElement, iframe: HTMLIFrameElement, mode: EmbedMode, say: Say): Responder | null {
  if (mode === 'scroll') return new ScrollDrive(host, iframe, say);
  if (mode !== 'flat') return null;
  const growing = createGrowing(host);
  return { setSize: ({ heightPx }) => growing.setHeight(heightPx), reveal: () => {}, destroy: growing.destroy };
}

/** A card has no scripts; nor has a frame that is not allowed any. */
const canSpeak = ({ dataset }: HTMLElement, mode: EmbedMode): boolean =>
  mode !== 'card' && dataset['sandbox']?.includes('allow-scripts') !== false;

/** Hears the frame, and no other window. Returns whether it has said anything. */
function hear(
  host: HTMLElement,
  iframe: HTMLIFrameElement,
  responder: Responder | null,
  { onOtherVersion }: FrameListeners,
  signal: AbortSignal,
): () => boolean {
  let [isHeard, isOurs] = [false, false];
  const listener = ({ source, data }: MessageEvent): void => {
    if (source === null || source !== iframe.contentWindow) return;
    const message = parseFrameMessage(data);
    // A frame that has spoken this version speaks no other: what claims so is not its story's.
    const isOther = !isOurs && isOtherVersion(data);
    isOurs ||= message !== null;
    isHeard ||= isOther || isOurs;
    if (isOther) onOtherVersion();
    if (message?.type === 'event') dispatch(host, message.event);
    if (message?.type === 'size') responder?.setSize(message);
    if (message?.type === 'reveal') responder?.reveal(message.progress);
  };
  window.addEventListener('message', listener, { signal });
  return () => isHeard;
}

/** The frame itself, once the reader is near it. */
export function openFrame(host: HTMLElement, shadow: Shadow, wish: FrameWish, listeners: FrameListeners): OpenFrame {
  const { mode } = wish;
  const iframe = createIframe(host, wish);
  const abort = new AbortController();
  const { signal } = abort;
  const say: Say = (message) => iframe.contentWindow?.postMessage(sealMessage(message), '*');
  /** Chosen since the frame's address was written. */
  let chosen: HostTheme | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const responder = createResponder(host, iframe, mode, say);
  const isHeard = hear(host, iframe, responder, listeners, signal);
  const greet = (): void => {
    // A frame that was ready before anybody listened says its size again.
    say({ type: 'measure' });
    // What was said to it before it listened, or before it was loaded anew, it has not heard.
    if (chosen !== null) say({ type: 'theme', theme: chosen });
    clearTimeout(patience);
    if (canSpeak(host, mode)) patience = setTimeout(() => isHeard() || listeners.onSilence(), SILENCE_MS);
  };
  iframe.addEventListener('load', greet, { signal });
  shadow.show(iframe);
  return {
    setTheme(theme) {
      chosen = theme;
      say({ type: 'theme', theme });
    },
    destroy() {
      abort.abort();
      clearTimeout(patience);
      responder?.destroy();
      iframe.remove();
    },
  };
}
