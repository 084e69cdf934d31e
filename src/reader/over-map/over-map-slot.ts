import type { Scene } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { OnDemand } from '../controls/on-demand.ts';
import { firstContentfulPaint } from '../loading/idle.ts';
import type { FallbackReason } from '../player/events.ts';
import type { ReaderLook } from '../player/viewport.ts';
import type { OverMap } from './over-map.ts';

interface Script {
  create(root: HTMLElement, timeline: Timeline, onDemand: OnDemand, onChange: () => void, signal: AbortSignal): OverMap;
}

/** Scripts that only some stories have a use for: the element whose presence says so, what fails, and where they are. */
const SCRIPTS: readonly (readonly [selector: string, reason: FallbackReason, load: () => Promise<Script>])[] = [
  ['[data-ground-credit]', 'ground-failed', () => import('../ground/ground-layer.ts')],
  // Nobody points at what is not on screen yet.
  ['.value-reader', 'values-failed', () => firstContentfulPaint().then(() => import('../values/value-reader.ts'))],
  ['.picture-dialog', 'media-failed', () => import('../media/story-media.ts')],
];

/** Grounds, media and values of a story: what they take is fetched where it has any. */
export function createOverMapSlot(
  root: HTMLElement,
  timeline: Timeline,
  onDemand: OnDemand,
  onChange: () => void,
  signal: AbortSignal,
): Required<OverMap> {
  const layers: OverMap[] = [];
  const wanted = SCRIPTS.filter(([selector]) => root.querySelector(selector));
  let awaited = wanted.length;
  for (const [, reason, load] of wanted) {
    const start = async (): Promise<void> => {
      const [{ create }] = await Promise.all([load(), firstContentfulPaint()]);
      if (!signal.aborted) layers.push(create(root, timeline, onDemand, onChange, signal));
    };
    void onDemand(reason, start).finally(() => {
      awaited -= 1;
      // Whatever came of them, the pictures in the text may come now.
      if (awaited === 0) document.documentElement.dataset['media'] = '';
      onChange();
    });
  }
  return {
    show: (scene: Scene, look: ReaderLook) => {
      for (const layer of layers) layer.show(scene, look);
    },
    marks: (marks) => layers.reduce((told, layer) => layer.marks?.(told) ?? told, marks),
    isSettled: () => awaited === 0 && layers.every((layer) => layer.isSettled()),
  };
}
