import type { DrawingGrid } from '../../basemap/drawing/drawing-transform.ts';
import { dotsIn, type ShapeFile } from '../../basemap/drawing/shape-file.ts';
import type { CircleLayer } from '../../basemap/layers/layer.ts';
import { EDGE_PX } from '../../basemap/paint.ts';
import { SPIKE_PX } from '../../data/scales/symbol-size.ts';
import type { DrawnLayer, DrawnOn } from '../stages/own-map.ts';
import { compileProgram, gridMatrix, type Quad, quadVertices, rgbOf } from './standing-geometry.ts';

/** Distances in CSS pixels by Inigo Quilez, “2D distance functions”; y runs upwards from where a shape stands. */
const DISTANCE = {
  'half-circle': `
    float q = abs(p.x);
    if (p.y < 0.) return length(vec2(max(q - size, 0.), p.y));
    float round = length(p) - size;
    return round > 0. ? round : max(round, -p.y);`,
  spike: `
    float q = abs(p.x);
    float w = ${(SPIKE_PX / 2).toFixed(1)};
    vec2 e = vec2(-w, size);
    vec2 a = vec2(q - w, p.y);
    float side = length(a - e * clamp(dot(a, e) / dot(e, e), 0., 1.));
    float d = min(side, length(vec2(max(q - w, 0.), p.y)));
    return p.y > 0. && q / w + p.y / size < 1. ? -d : d;`,
} as const;

const VERTEX = `
  uniform mat4 matrix; uniform vec2 screen;
  attribute vec2 place; attribute vec3 corner;
  varying vec3 at;
  void main() {
    gl_Position = matrix * vec4(place, 0., 1.);
    gl_Position.xy += corner.xy * 2. / screen * gl_Position.w;
    at = corner;
  }`;

const fragment = (shape: keyof typeof DISTANCE): string => `
  precision highp float;
  uniform vec4 fill; uniform vec3 edge; uniform float ratio;
  varying vec3 at;
  float distance(vec2 p, float size) {${DISTANCE[shape]}}
  void main() {
    float d = distance(at.xy, at.z) * ratio;
    float inner = clamp(.5 - d, 0., 1.) * fill.a;
    float outer = clamp(.5 + ${EDGE_PX} * ratio - d, 0., 1.) * fill.a * (1. - inner);
    gl_FragColor = vec4(fill.rgb * inner + edge * outer, inner + outer);
  }`;

const UNIFORMS = ['matrix', 'screen', 'fill', 'edge', 'ratio'] as const;

interface Drawing {
  readonly program: WebGLProgram;
  /** Where the program takes what differs from frame to frame: to look it up takes longer than to set it. */
  readonly uniforms: Readonly<Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>>;
  readonly vertices: WebGLVertexArrayObject;
  readonly count: number;
}

const FLOATS = 5;

function createDrawing(gl: WebGL2RenderingContext, shape: keyof typeof DISTANCE, quads: readonly Quad[]): Drawing {
  const program = compileProgram(gl, VERTEX, fragment(shape));
  const data = quadVertices(quads);
  const vertices = gl.createVertexArray();
  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
  for (const [name, size, offset] of [
    ['place', 2, 0],
    ['corner', 3, 2],
  ] as const) {
    const index = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(index);
    gl.vertexAttribPointer(index, size, gl.FLOAT, false, 4 * FLOATS, 4 * offset);
  }
  gl.bindVertexArray(null);
  const located = UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)]);
  const uniforms: Drawing['uniforms'] = Object.fromEntries(located);
  return { program, uniforms, vertices, count: data.length / FLOATS };
}

interface View {
  /** From the Mercator unit square to clip space. */
  readonly world: ArrayLike<number>;
  /** Pixels of the canvas in one of CSS. */
  readonly ratio: number;
  readonly grid: DrawingGrid;
}

type Paint = Readonly<Record<string, unknown>>;

function draw(gl: WebGL2RenderingContext, drawing: Drawing, paint: Paint, { world, ratio, grid }: View): void {
  const { program, uniforms, vertices, count } = drawing;
  gl.useProgram(program);
  gl.bindVertexArray(vertices);
  gl.uniform2f(uniforms.screen, gl.drawingBufferWidth / ratio, gl.drawingBufferHeight / ratio);
  gl.uniform1f(uniforms.ratio, ratio);
  gl.uniform4f(uniforms.fill, ...rgbOf(String(paint['circle-color'])), Number(paint['circle-opacity']));
  gl.uniform3f(uniforms.edge, ...rgbOf(String(paint['circle-stroke-color'])));
  for (const turn of [-1, 0, 1]) {
    gl.uniformMatrix4fv(uniforms.matrix, false, gridMatrix(world, grid, turn));
    gl.drawArrays(gl.TRIANGLES, 0, count);
  }
  gl.bindVertexArray(null);
}

/** Draws half circles and spikes into MapLibre's map: it has no layer that stands upright at its true size. */
export function createStandingLayer(
  layer: CircleLayer & { readonly shape: keyof typeof DISTANCE },
  file: ShapeFile,
  before: string | undefined,
): DrawnLayer {
  const { id, source, shape } = layer;
  const quads = (file.circles?.[source] ?? []).flatMap((dots) =>
    dotsIn(dots).map((place): Quad => ({ place, half: shape === 'spike' ? SPIKE_PX / 2 : dots[0], height: dots[0] })),
  );
  const paint: Record<string, unknown> = {};
  let map: DrawnOn | null = null;
  let drawing: Drawing | null = null;
  const self: DrawnLayer = {
    id,
    type: 'custom',
    setPaintProperty(_, name, value) {
      paint[name] = value;
      map?.triggerRepaint();
    },
    onAdd(on, gl) {
      drawing = createDrawing(gl, shape, quads);
      if (map) return;
      map = on;
      // MapLibre builds its own layers anew after a loss, and no others.
      on.on('webglcontextrestored', () => on.once('style.load', () => on.addLayer(self, before)));
    },
    render(gl, { defaultProjectionData }) {
      if (!drawing || !map || !(Number(paint['circle-opacity']) > 0)) return;
      const view = { world: defaultProjectionData.mainMatrix, ratio: map.getPixelRatio(), grid: file.grid };
      draw(gl, drawing, paint, view);
    },
  };
  return self;
}
