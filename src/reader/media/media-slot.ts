import type { Scene } from '../../story/scene.ts';
import type { Timeline } from '../../story/timeline.ts';
import type { OnDemand } from '../controls/on-demand.ts';
import { firstContentfulPaint } from '../loading/idle.ts';
import type { ReaderLook } from '../player/viewport.ts';
import type { BackdropLayer } from './backdrop-layer.ts';

/** Pictures, film and sound of a story: what they take is fetched where it has any. */
export function createMediaSlot(
  root: HTMLElement,
  timeline: Timeline,
  onDemand: OnDemand,
  onChange: () => void,
  signal: AbortSignal,
): BackdropLayer {
  const hasMedia = root.querySelector('dialog.picture-dialog') !== null;
  let layer: BackdropLayer | null = null;
  let isOver = !hasMedia;
  const start = async (): Promise<void> => {
    const [{ createStoryMedia }] = await Promise.all([import('./story-media.ts'), firstContentfulPaint()]);
    if (!signal.aborted) layer = createStoryMedia(root, timeline, onDemand, onChange, signal);
  };
  if (hasMedia) {
    void onDemand('media-failed', start).finally(() => {
      isOver = true;
      // Whatever came of it, the pictures in the text may come now.
      document.documentElement.dataset['media'] = '';
      onChange();
    });
  }
  return {
    show: (scene: Scene, look: ReaderLook) => layer?.show(scene, look),
    isSettled: () => isOver && layer?.isSettled() !== false,
  };
}
