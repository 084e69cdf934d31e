type Point = readonly [number, number];

/** Numbers next to each other, with a space only where a sign does not already part them. */
const pair = (x: string, y: string): string => (y.startsWith('-') ? `${x}${y}` : `${x} ${y}`);

const append = (text: string, more: string): string =>
  text === '' || /[a-z]$/.test(text) || more.startsWith('-') ? text + more : `${text} ${more}`;

/** Without the leading zero. */
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');

/**
 * SVG path data in as few characters as possible: relative, on a grid of `1 / 10 ** decimals`, without points that fall
 * on their neighbour.
 */
export function gridPath(lines: readonly (readonly Point[])[], closed: boolean, decimals = 0): string {
  const unit = 10 ** decimals;
  let text = '';
  let pen: Point = [0, 0];
  for (const line of lines) {
    const points = line.map(([x, y]): Point => [Math.round(x * unit), Math.round(y * unit)]);
    const open = closed && points.length > 1 ? points.slice(0, -1) : points;
    const distinct = open.filter(
      ([x, y], index) => index === 0 || x !== open[index - 1]?.[0] || y !== open[index - 1]?.[1],
    );
    const [start] = distinct;
    if (!start || distinct.length < (closed ? 3 : 2)) continue;
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
