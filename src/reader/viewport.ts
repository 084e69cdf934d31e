import type { Viewport } from '../story/scene.ts';
import type { Look } from './stages/stage.ts';

const DARK = '(prefers-color-scheme: dark)';

/** The stage's own size: it is laid out in `svh`, so a phone's address bar coming and going does not change it. */
export function readViewport(stage: HTMLElement): Viewport {
  return {
    width: stage.clientWidth,
    height: stage.clientHeight,
    dir: getComputedStyle(stage).direction === 'rtl' ? 'rtl' : 'ltr',
    embed: false,
  };
}

export const readLook = (stage: HTMLElement): Look => ({
  viewport: readViewport(stage),
  theme: window.matchMedia(DARK).matches ? 'dark' : 'light',
});

/** Calls `onChange` when the stage's size or the reader's theme changes. Returns a function that stops it. */
export function watchLook(stage: HTMLElement, onChange: () => void): () => void {
  const observer = new ResizeObserver(onChange);
  observer.observe(stage);
  const dark = window.matchMedia(DARK);
  dark.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', onChange);
  };
}
