import { MAX_LENGTH_PX } from '../protocol.ts';

/** In CSS pixels. */
export interface FrameSize {
  readonly heightPx: number;
  readonly lengthPx: number;
}

export interface SizeWatch {
  /** Says the size once more. */
  repeat(): void;
}

/** How far the story scrolls in the frame as it is. */
export const readLength = (): number => Math.max(0, document.documentElement.scrollHeight - window.innerHeight);

/** Calls `onSize` once for each change. A flat frame does not scroll, and the height of its own is nothing to it. */
export function watchSize(isFlat: boolean, onSize: (size: FrameSize) => void): SizeWatch {
  let said = '';
  const measure = (): void => {
    const heightPx = Math.ceil(document.body.getBoundingClientRect().height);
    const lengthPx = isFlat ? 0 : readLength();
    const size = `${heightPx} ${lengthPx}`;
    if (size === said || heightPx > MAX_LENGTH_PX) return;
    said = size;
    onSize({ heightPx, lengthPx });
  };
  new ResizeObserver(measure).observe(document.body);
  if (!isFlat) window.addEventListener('resize', measure);
  return {
    repeat() {
      said = '';
      measure();
    },
  };
}
