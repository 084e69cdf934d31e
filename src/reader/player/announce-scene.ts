import type { Scene } from '../../story/scene.ts';
import type { Story } from '../../story/story.ts';
import { dispatchStory, toDetail } from './events.ts';
import type { ReaderLook } from './viewport.ts';

/** Tells that the reader works, once every script of the page has run, whichever came first. */
export const announceReady = (root: HTMLElement, { sections }: Story): void =>
  queueMicrotask(() => dispatchStory(root, 'story:ready', { sections: sections.map(({ id }) => id) }));

/** Tells of each scene that differs from the last: scenes are equal when progress, camera and look are. */
export function createSceneAnnouncer(root: HTMLElement): (scene: Scene, look: ReaderLook) => void {
  let told = '';
  return (scene, { viewport, theme }) => {
    const { progress, camera } = scene;
    const shown = `${progress}|${camera.center}|${camera.zoom}|${viewport.width}x${viewport.height}|${theme}`;
    if (shown === told) return;
    told = shown;
    const { layers: _, ...detail } = toDetail(scene);
    dispatchStory(root, 'story:scene', detail);
  };
}
