type Point = readonly [number, number];

/** Numbers next to each other, with a space only where a sign does not already part them. */
const pair = (x: string, y: string): string => (y.startsWith('-') ? `${x}${y}` : `${x} ${y}`);

const append = (text: string, more: string): string =>
  text === '' || /[a-z]$/.test(text) || more.startsWith('-') ? text + more : `${text} ${more}`;

/** Without the leading zero. */
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');

const distinctPoints = (line: readonly Point[], closed: boolean, unit: number): readonly Point[] => {
  const points = line.map(([x, y]): Point => [Math.round(x * unit), Math.round(y * unit)]);
  const open = closed && points.length > 1 ? points.slice(0, -1) : points;
  return open.filter(([x, y], index) => index === 0 || x !== open[index - 1]?.[0] || y !== open[index - 1]?.[1]);
};

const isSeen = (points: readonly Point[], closed: boolean): boolean => points.length >= (closed ? 3 : 2);

/** How many of some lines `gridPath` writes: those that are too small for the grid are left out. */
export const writtenLines = (lines: readonly (readonly Point[])[], closed: boolean): number =>
  lines.filter((line) => isSeen(distinctPoints(line, closed, 1), closed)).length;

/**
 * SVG path data in as few characters as possible: relative, on a grid of `1 / 10 ** decimals`, without points that fall
 * on their neighbour.
 */
export function gridPath(lines: readonly (readonly Point[])[], closed: boolean, decimals = 0): string {
  const unit = 10 ** decimals;
  let text = '';
  let pen: Point = [0, 0];
  for (const line of lines) {
    const distinct = distinctPoints(line, closed, unit);
    const [start] = distinct;
    if (!start || !isSeen(distinct, closed)) continue;
    let part = '';
    for (const [x, y] of distinct) {
      part = append(part, pair(short((x - pen[0]) / unit), short((y - pen[1]) / unit)));
      pen = [x, y];
    }
    if (closed) pen = start;
    text += `m${part}${closed ? 'z' : ''}`;
  }
  return text;
}
