import type { Viewport } from '../../story/scene.ts';
import type { MotionMode } from '../../story/scenes/still-scene.ts';
import { isEmbed, readSettings, watchSettings } from '../controls/settings.ts';
import type { Look } from '../stages/stage.ts';

/** All that a picture depends on besides the reader's place in the story. */
export interface ReaderLook extends Look {
  readonly motion: MotionMode;
}

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');
const lessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the device itself asks for less motion: then there is nothing left to choose. */
export const deviceWantsStillness = (): boolean => lessMotion.matches;

/** The stage's own size: it is laid out in `svh`, so a phone's address bar coming and going does not change it. */
export function readViewport(stage: HTMLElement): Viewport {
  return {
    width: stage.clientWidth,
    height: stage.clientHeight,
    dir: getComputedStyle(stage).direction === 'rtl' ? 'rtl' : 'ltr',
    embed: isEmbed(),
    // Pictures taken of the map alone say so.
    figure: stage.dataset['figure'] !== undefined,
  };
}

export function readLook(stage: HTMLElement): ReaderLook {
  const { theme, motion } = readSettings();
  const ofDevice = darkScheme.matches ? 'dark' : 'light';
  return {
    viewport: readViewport(stage),
    theme: theme === 'auto' ? ofDevice : theme,
    motion: motion === 'reduced' || lessMotion.matches ? 'reduced' : 'full',
  };
}

/** Calls `onChange` when the stage's size, its direction, the device or the reader changes the look. Returns a function that stops it. */
export function watchLook(stage: HTMLElement, onChange: () => void): () => void {
  // On paper there is no stage, and for a stage without a size there is no camera.
  const onSize = (): void => {
    if (stage.clientWidth > 0 && stage.clientHeight > 0) onChange();
  };
  const observer = new ResizeObserver(onSize);
  observer.observe(stage);
  // Page translators turn a page around while it is read.
  const turns = new MutationObserver(onSize);
  turns.observe(document.documentElement, { attributeFilter: ['dir'] });
  const queries = [darkScheme, lessMotion];
  for (const query of queries) query.addEventListener('change', onChange);
  const unwatch = watchSettings(onChange);
  return () => {
    observer.disconnect();
    turns.disconnect();
    for (const query of queries) query.removeEventListener('change', onChange);
    unwatch();
  };
}
