import { curveCatmullRom, line } from 'd3';

type Point = readonly [number, number];
type Cubic = readonly [Point, Point, Point];

const bezier = (from: Point, [c1, c2, to]: Cubic, t: number): [number, number] => {
  const u = 1 - t;
  const at = (axis: 0 | 1): number =>
    u ** 3 * from[axis] + 3 * u * u * t * c1[axis] + 3 * u * t * t * c2[axis] + t ** 3 * to[axis];
  return [at(0), at(1)];
};

/**
 * A line through the same vertices without visible corners: centripetal Catmull–Rom, sampled.
 * Schematic roads have vertices kilometres apart, which show as corners when the reader is close.
 * @param steps points per segment of the given line
 */
export function smoothLine(points: readonly Point[], steps = 6): readonly Point[] {
  const [first] = points;
  if (!first || points.length < 3) return points;
  const smoothed: Point[] = [first];
  let at: Point = first;
  const sampler = {
    moveTo: (): void => undefined,
    closePath: (): void => undefined,
    lineTo(x: number, y: number): void {
      at = [x, y];
      smoothed.push(at);
    },
    bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
      const cubic: Cubic = [[x1, y1], [x2, y2], [x, y]];
      for (let step = 1; step <= steps; step += 1) smoothed.push(bezier(at, cubic, step / steps));
      at = [x, y];
    },
  };
  line<Point>((point) => point[0], (point) => point[1]).curve(curveCatmullRom.alpha(0.5)).context(sampler as never)([...points]);
  return smoothed;
}
