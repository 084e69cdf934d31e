import type { Follow } from '../../story/follow.ts';
import { followStep, settled } from '../../story/follow.ts';

/** How long after a turn of the wheel scrolling still counts as the wheel's. */
const WHEEL_MS = 300;
/** A step of more than this share of the story is a jump: it is shown at once. */
const JUMP_SECTIONS = 0.6;

/** Progress as shown: the thumb's exactly, or on its way there after a step of the wheel. */
export interface Motion {
  /** @returns the progress to show now, and whether it has arrived */
  next(target: number, now: number): { readonly progress: number; readonly arrived: boolean };
  destroy(): void;
}

export function createMotion(first: number, sectionCount: number, prefersReduced: () => boolean): Motion {
  let follow: Follow = settled(first);
  let target = first;
  let wheelTime = Number.NEGATIVE_INFINITY;
  let lastTime: number | null = null;
  const onWheel = (event: WheelEvent): void => {
    wheelTime = event.timeStamp;
  };
  window.addEventListener('wheel', onWheel, { passive: true });
  return {
    next(nextTarget, now) {
      const elapsed = lastTime === null ? 16 : now - lastTime;
      const jump = Math.abs(nextTarget - follow.value) * sectionCount > JUMP_SECTIONS;
      const smooth = now - wheelTime < WHEEL_MS || follow.value !== target;
      if (nextTarget !== target) follow = { ...follow, age: 0 };
      target = nextTarget;
      follow = smooth && !jump && !prefersReduced() ? followStep(follow, target, elapsed) : settled(target);
      const arrived = follow.value === target;
      lastTime = arrived ? null : now;
      return { progress: follow.value, arrived };
    },
    destroy: () => window.removeEventListener('wheel', onWheel),
  };
}
