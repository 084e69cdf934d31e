import { growUnseen } from './growth.ts';
import { setStyle } from './important-style.ts';

/** Gives a frame the height of its content, but never while that would move what the reader sees. */
export function createGrowing(host: HTMLElement): { setHeight(heightPx: number): void; destroy(): void } {
  const abort = new AbortController();
  let [wantedPx, heightPx] = [0, 0];
  const update = (): void => {
    if (wantedPx === heightPx) return;
    growUnseen(host, () => {
      heightPx = wantedPx;
      setStyle(host, { 'block-size': `${heightPx}px` });
    });
  };
  window.addEventListener('scroll', update, { passive: true, signal: abort.signal });
  return {
    setHeight(px) {
      wantedPx = Math.round(px);
      update();
    },
    destroy: () => abort.abort(),
  };
}
