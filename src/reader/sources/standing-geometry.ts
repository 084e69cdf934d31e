import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';

/** The box of something that stands on a place: that in grid units, half its width and its height in CSS pixels. */
export interface Quad {
  readonly place: readonly [x: number, y: number];
  readonly half: number;
  readonly height: number;
}

/** Room for the fine edge and its smoothing, in CSS pixels. */
const MARGIN = 2;

/** Two triangles a box: of each corner its place, then its distance from there (CSS px, upwards) and the height. */
export function quadVertices(quads: readonly Quad[]): Float32Array {
  return new Float32Array(
    quads.flatMap(({ place, half, height }) => {
      const [left, right] = [-half - MARGIN, half + MARGIN];
      const [bottom, top] = [-MARGIN, height + MARGIN];
      const corners = [left, bottom, right, bottom, left, top, left, top, right, bottom, right, top];
      return Array.from({ length: 6 }, (_, at) => [
        ...place,
        corners[2 * at] ?? 0,
        corners[2 * at + 1] ?? 0,
        height,
      ]).flat();
    }),
  );
}

/**
 * From a grid to clip space.
 * @param world from the Mercator unit square to clip space, column by column
 * @param turn of the world, for maps that go round
 */
export function gridMatrix(world: ArrayLike<number>, { x, y, size }: DrawingGrid, turn: number): Float32Array {
  const column = (index: number): readonly number[] => [0, 1, 2, 3].map((row) => world[4 * index + row] ?? 0);
  const [first, second, third, last] = [column(0), column(1), column(2), column(3)];
  const moved = last.map((value, row) => value + (first[row] ?? 0) * (x + turn) + (second[row] ?? 0) * y);
  return new Float32Array([
    ...first.map((value) => value / size),
    ...second.map((value) => value / size),
    ...third,
    ...moved,
  ]);
}

/** Red, green and blue (0–1) of a CSS hex colour. */
export const rgbOf = (hex: string): [number, number, number] => {
  const at = (index: number): number => Number.parseInt(hex.slice(index, index + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};

/** @throws what the graphics card says where it does not take it */
export function compileProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('No shader can be made');
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'No program');
  return program;
}
