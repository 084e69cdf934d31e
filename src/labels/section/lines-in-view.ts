import { simplifyLine } from '../../geo/lines/simplify-line.ts';
import type { LngLat, Projection, ScreenPoint } from '../../geo/lng-lat.ts';
import { projectLine } from '../../marks/screen-path.ts';

type Line = readonly LngLat[];

const MARGIN_PX = 24;
const TOLERANCE_PX = 1.5;
/** Vertices nearer to the last are passed over first: far away a coast has hundreds to a pixel. */
const APART_PX = 0.5;

interface Vertex {
  readonly lngLat: LngLat;
  readonly at: ScreenPoint;
}

const isNear = ([x, y]: ScreenPoint, { width, height }: Projection): boolean =>
  x > -MARGIN_PX && y > -MARGIN_PX && x < width + MARGIN_PX && y < height + MARGIN_PX;

/** Runs of vertices on screen, each with the neighbour at which the line leaves it. */
function runsOnScreen(line: Line, projection: Projection): readonly (readonly Vertex[])[] {
  const vertices = projectLine(line, projection).map((at, index): Vertex => ({ lngLat: line[index] as LngLat, at }));
  const near = vertices.map(({ at }) => isNear(at, projection));
  const runs: Vertex[][] = [];
  vertices.forEach((vertex, index) => {
    if (!near[index - 1] && !near[index] && !near[index + 1]) return;
    if (!near[index] && !near[index - 1]) runs.push([vertex]);
    else if (index === 0) runs.push([vertex]);
    else runs.at(-1)?.push(vertex);
  });
  return runs;
}

/** The ends, and between them vertices some way apart. */
function thinned(run: readonly Vertex[]): readonly Vertex[] {
  let last = run[0];
  return run.filter((vertex, index) => {
    const [dx, dy] = [vertex.at[0] - (last?.at[0] ?? 0), vertex.at[1] - (last?.at[1] ?? 0)];
    const isKept = index === 0 || index === run.length - 1 || dx * dx + dy * dy >= APART_PX * APART_PX;
    if (isKept) last = vertex;
    return isKept;
  });
}

function simplified(run: readonly Vertex[]): Line {
  const vertices = thinned(run);
  const placeOf = new Map(vertices.map(({ at, lngLat }) => [at, lngLat]));
  return simplifyLine(
    vertices.map(({ at }) => at),
    TOLERANCE_PX,
  ).flatMap((at) => {
    const lngLat = placeOf.get(at);
    return lngLat ? [lngLat] : [];
  });
}

/** What a screen shows of long lines, to a pixel or two: little enough to test every name against. */
export const linesInView = (lines: readonly Line[], projection: Projection): readonly Line[] =>
  lines
    .flatMap((line) => runsOnScreen(line, projection))
    .map(simplified)
    .filter((line) => line.length > 1);
