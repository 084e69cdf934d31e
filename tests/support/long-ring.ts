/** More vertices than a call can take arguments, as an outline from a survey has them: a circle. */
export const longRing = ([x, y]: readonly [number, number], radius: number): [number, number][] =>
  Array.from({ length: 200_000 }, (_, index) => {
    const angle = (index / 200_000) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
