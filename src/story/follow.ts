/** A value on its way to a target, and its speed per millisecond. */
export interface Follow {
  readonly value: number;
  readonly speed: number;
  /** Milliseconds since the target last moved. */
  readonly age: number;
}

/** After this long without a new target the value is the target, exactly. */
export const SETTLE_MS = 250;
/** Natural frequency per millisecond: 98 % of a step is done within the settling time. */
const STIFFNESS = 6 / SETTLE_MS;

export const settled = (value: number): Follow => ({ value, speed: 0, age: SETTLE_MS });

/** One step of a critically damped spring, in closed form, so that frame rate does not change the path. */
export function followStep(follow: Follow, target: number, elapsedMs: number): Follow {
  const age = follow.age + elapsedMs;
  if (age >= SETTLE_MS) return settled(target);
  const offset = follow.value - target;
  const drive = (follow.speed + STIFFNESS * offset) * elapsedMs;
  const decay = Math.exp(-STIFFNESS * elapsedMs);
  return { value: target + (offset + drive) * decay, speed: (follow.speed - STIFFNESS * drive) * decay, age };
}
