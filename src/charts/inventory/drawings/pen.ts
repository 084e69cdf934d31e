type Pair = readonly [number, number];

/** Control distance at which four cubics are closest to a circle. */
const KAPPA = 0.5523;

/** Begins at the top and runs clockwise, as most right hands would. */
export function ellipse(cx: number, cy: number, rx: number, ry: number = rx): string {
  const kx = rx * KAPPA;
  const ky = ry * KAPPA;
  return inTenths(
    `M${cx},${cy - ry}`,
    `C${cx + kx},${cy - ry} ${cx + rx},${cy - ky} ${cx + rx},${cy}`,
    `C${cx + rx},${cy + ky} ${cx + kx},${cy + ry} ${cx},${cy + ry}`,
    `C${cx - kx},${cy + ry} ${cx - rx},${cy + ky} ${cx - rx},${cy}`,
    `C${cx - rx},${cy - ky} ${cx - kx},${cy - ry} ${cx},${cy - ry}Z`,
  );
}

export function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const right = x + width;
  const bottom = y + height;
  const k = radius * (1 - KAPPA);
  return inTenths(
    `M${x + radius},${y} L${right - radius},${y} C${right - k},${y} ${right},${y + k} ${right},${y + radius}`,
    `L${right},${bottom - radius} C${right},${bottom - k} ${right - k},${bottom} ${right - radius},${bottom}`,
    `L${x + radius},${bottom} C${x + k},${bottom} ${x},${bottom - k} ${x},${bottom - radius}`,
    `L${x},${y + radius} C${x},${y + k} ${x + k},${y} ${x + radius},${y}Z`,
  );
}

export function line(...points: readonly Pair[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('');
}

export function polygon(...points: readonly Pair[]): string {
  return `${line(...points)}Z`;
}

/** A square standing on one corner's turn: `turn` in degrees about its own centre. */
export function turnedSquare(cx: number, cy: number, side: number, turn: number): string {
  const half = side / Math.SQRT2;
  const corner = (k: number): Pair => {
    const angle = ((turn + 45 + 90 * k) * Math.PI) / 180;
    return [round(cx - half * Math.cos(angle)), round(cy - half * Math.sin(angle))];
  };
  return polygon(corner(0), corner(1), corner(2), corner(3));
}

/** Short strokes from `inner` to `outer` around a centre, as one stroke. */
export function spokes(cx: number, cy: number, inner: number, outer: number, count: number): string {
  return Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * k) / count;
    const at = (r: number): Pair => [round(cx + r * Math.cos(angle)), round(cy + r * Math.sin(angle))];
    return line(at(inner), at(outer));
  }).join('');
}

/** Parallel short strokes below one another, as one stroke. */
export function rungs(x1: number, x2: number, top: number, step: number, count: number): string {
  return Array.from({ length: count }, (_, k) => line([x1, top + k * step], [x2, top + k * step])).join('');
}

/** Finer than this nobody sees of a drawing a few dozen pixels wide. */
const round = (n: number): number => Math.round(n * 10) / 10;

const inTenths = (...parts: readonly string[]): string =>
  parts.join('').replace(/\d+\.\d+/g, (number) => String(round(Number(number))));
