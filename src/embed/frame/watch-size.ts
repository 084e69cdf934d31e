import { MAX_LENGTH_PX } from '../protocol.ts';

export interface SizeWatch {
  /** Says the size once more. */
  repeat(): void;
}

/** Calls `onSize` with the content's height and the length it scrolls, once for each change. */
export function watchSize(onSize: (heightPx: number, travelPx: number) => void): SizeWatch {
  let said = '';
  const measure = (): void => {
    const heightPx = Math.ceil(document.body.getBoundingClientRect().height);
    const travelPx = Math.max(0, document.documentElement.scrollHeight - window.innerHeight);
    const size = `${heightPx} ${travelPx}`;
    if (size === said || heightPx > MAX_LENGTH_PX) return;
    said = size;
    onSize(heightPx, travelPx);
  };
  new ResizeObserver(measure).observe(document.body);
  window.addEventListener('resize', measure);
  return {
    repeat() {
      said = '';
      measure();
    },
  };
}
